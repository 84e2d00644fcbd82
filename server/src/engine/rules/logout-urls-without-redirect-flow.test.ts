import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("logout-urls-without-redirect-flow", {
  accept: [
    {
      why: "code",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nLogoutURLs: [https://a.example]",
    },
    {
      why: "implicit",
      yaml: "AllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]\nLogoutURLs: [https://a.example]",
    },
    {
      why: "told with a machine's other unused settings",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nLogoutURLs: [https://a.example]",
    },
    {
      why: "the flows cannot be known",
      yaml: "AllowedOAuthFlows: !Ref F\nLogoutURLs: [https://a.example]",
      only: "yaml",
    },
    { why: "no URLs", yaml: "LogoutURLs: []" },
  ],
  reject: [
    {
      yaml: "ClientName: x\n‹LogoutURLs›: [https://a.example]\n",
      message: /has neither/,
      severity: "info",
      preset: "recommended",
      fixes: [{ title: "Remove LogoutURLs", safe: false, yaml: "ClientName: x\n" }],
    },
    { yaml: "AllowedOAuthFlows: []\n‹LogoutURLs›: [https://a.example]" },
  ],
});
