import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("token-revocation-disabled", {
  accept: [
    { why: "on", yaml: "EnableTokenRevocation: true" },
    { why: "absent means on (terraform reads back true)", yaml: "ClientName: x" },
    {
      why: "a machine has no refresh token",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nEnableTokenRevocation: false",
    },
    { why: "by parameter", yaml: "EnableTokenRevocation: ${REVOKE}" },
  ],
  reject: [
    {
      yaml: "ClientName: x\nEnableTokenRevocation: ‹false›\n",
      json: '{ "ClientName": "x", "EnableTokenRevocation": ‹false› }',
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Set EnableTokenRevocation to true",
          safe: false,
          yaml: "ClientName: x\nEnableTokenRevocation: true\n",
        },
        { title: "Remove EnableTokenRevocation", safe: false, yaml: "ClientName: x\n", json: '{ "ClientName": "x" }' },
      ],
    },
    {
      why: "what an update does with an absent value is not known",
      yaml: "ClientId: abc\nEnableTokenRevocation: ‹false›",
      severity: "warning",
      fixes: [{ title: "Set EnableTokenRevocation to true", safe: false }],
    },
  ],
});
