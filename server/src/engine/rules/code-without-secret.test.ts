import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("code-without-secret", {
  accept: [
    {
      why: "with a secret",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
    },
    { why: "implicit has no code", yaml: "AllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]" },
    {
      why: "the existing app client may have one",
      yaml: "ClientId: abc\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "fine with PKCE, so silent by default (RFC 9700, section 2.1.1)",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
      preset: "recommended",
    },
    {
      why: "a mixed list is an error of its own",
      yaml: "AllowedOAuthFlows: [code, client_credentials]\nCallbackURLs: [https://a.example]",
      also: ["client-credentials-exclusive", "client-credentials-requires-secret"],
    },
  ],
  reject: [
    { yaml: "AllowedOAuthFlows: [‹code›]\nCallbackURLs: [https://a.example]", message: /PKCE/, severity: "info" },
  ],
});
