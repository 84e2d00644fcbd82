import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("refresh-validity-zero", {
  accept: [
    { why: "30 is what 0 means", yaml: "RefreshTokenValidity: 30" },
    { why: "absent", yaml: "ClientName: x" },
    { why: "by parameter", yaml: "RefreshTokenValidity: ${DAYS}" },
  ],
  reject: [
    {
      why: "accepted, and read back as 30 (terraform)",
      yaml: "RefreshTokenValidity: ‹0›\n",
      json: '{ "RefreshTokenValidity": ‹0› }',
      severity: "info",
      preset: "recommended",
      fixes: [
        { title: "Write 30", safe: true, yaml: "RefreshTokenValidity: 30\n", json: '{ "RefreshTokenValidity": 30 }' },
      ],
    },
    {
      yaml: "RefreshTokenValidity: ‹0›\nTokenValidityUnits: {RefreshToken: hours}",
      severity: "info",
      fixes: [
        {
          title: "Write 30 days out",
          safe: false,
          yaml: "RefreshTokenValidity: 720\nTokenValidityUnits: {RefreshToken: hours}",
        },
      ],
    },
    {
      why: "the unit cannot be known",
      yaml: "RefreshTokenValidity: ‹0›\nTokenValidityUnits: !Ref U",
      only: "yaml",
      fixes: [],
    },
  ],
});
