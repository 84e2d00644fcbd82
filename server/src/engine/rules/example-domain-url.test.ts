import { testRule } from "../../../../test/support/rule-tester.ts";

const client = "UserPoolId: eu-west-1_AbCdEfGhI\nClientName: web\n";

testRule("example-domain-url", {
  accept: [
    { why: "a domain of one's own", yaml: `${client}CallbackURLs: [https://app.acme-shop.com/callback]` },
    { why: "subdomains stand in too many samples", yaml: `${client}CallbackURLs: [https://app.example.com/callback]` },
  ],
  reject: [
    {
      why: "the default of the CDK (documented)",
      yaml: `${client}CallbackURLs: [‹https://example.com›]`,
      message: "example.com is set aside for documents",
      severity: "hint",
      preset: "recommended",
    },
  ],
});
