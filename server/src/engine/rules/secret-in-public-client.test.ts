import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("secret-in-public-client", {
  accept: [
    {
      why: "a back end's flow beside https callbacks",
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example/cb]",
    },
    { why: "a back end's flow alone", yaml: "GenerateSecret: true\nExplicitAuthFlows: [ADMIN_NO_SRP_AUTH]" },
    {
      why: "a custom flow, which back ends start, too",
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CUSTOM_AUTH, ALLOW_USER_SRP_AUTH]",
    },
    {
      why: "a flow that cannot be known",
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, '${FLOW}']",
    },
    { why: "no secret", yaml: "GenerateSecret: false\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb']" },
    {
      why: "a machine",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nCallbackURLs: ['myapp://cb']",
    },
    {
      why: "a URL that cannot be known",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb', '${URL}']",
    },
    {
      why: "a flow that cannot be known may be code",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [implicit, !Ref F]\nCallbackURLs: [https://a.example]",
      only: "yaml",
    },
    {
      why: "the existing app client's secret",
      yaml: "ClientId: abc\nAllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "GetClientToken needs it",
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]\nAllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "a machine with implicit, which is an error of its own",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [implicit, client_credentials]\nCallbackURLs: [https://a.example]",
      also: ["client-credentials-exclusive"],
    },
    { why: "nor any in sight", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [code]" },
    { why: "no flow", yaml: "GenerateSecret: true\nAllowedOAuthFlows: []\nCallbackURLs: [https://a.example]" },
    { why: "no flow that uses its URLs", yaml: "GenerateSecret: true\nCallbackURLs: ['myapp://cb']" },
    { why: "no callback URL yet", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [code]\nCallbackURLs: []" },
  ],
  reject: [
    ...["[code]", "[code, implicit]"].map((flows) => ({
      why: `a page on the web, by a server or in the browser: ${flows}`,
      yaml: `GenerateSecret: ‹true›\nAllowedOAuthFlows: ${flows}\nCallbackURLs: [https://a.example/cb, 'http://localhost:3000/cb']\n`,
      message: /That is right for a web server\. If the application's code runs in the browser/,
      severity: "hint" as const,
      fixes: [{ title: "Make it without a secret", safe: false }],
    })),
    {
      why: "sign-in on the user's device, by the user pools API",
      yaml: "GenerateSecret: ‹true›\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n",
      message: /ALLOW_USER_SRP_AUTH is mostly used by an application on the user's device/,
      severity: "info",
      preset: "recommended",
    },
    {
      why: "a flow that cannot be known beside implicit, on a device",
      yaml: "GenerateSecret: ‹true›\nAllowedOAuthFlows: [implicit, !Ref F]\nCallbackURLs: ['myapp://cb']",
      only: "yaml",
      message: /native application/,
    },
    {
      why: "context data that is off needs no secret",
      yaml: "GenerateSecret: ‹true›\nEnablePropagateAdditionalUserContextData: false\nAllowedOAuthFlows: [code]\nCallbackURLs: ['http://localhost']",
      message: /on the user's own device/,
      fixes: [{ title: "Make it without a secret", safe: false }],
    },
    {
      why: "both members at once",
      path: "ClientSecret",
      yaml: "GenerateSecret: false\n‹ClientSecret›: ABCDEFGHIJKLMNOPQRSTUVWXYZ\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb']\n",
      fixes: [
        {
          title: "Make it without a secret (removes ClientSecret)",
          safe: false,
          yaml: "GenerateSecret: false\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb']\n",
        },
      ],
    },
    {
      why: "implicit alone runs in the browser",
      path: "GenerateSecret",
      yaml: "GenerateSecret: ‹true›\nAllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]\n",
      message: /implicit is for applications in the browser/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Make it without a secret",
          safe: false,
          yaml: "GenerateSecret: false\nAllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]\n",
        },
      ],
    },
    {
      yaml: "GenerateSecret: ‹true›\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb', 'http://localhost:8081']\n",
      message: /open a native application/,
      severity: "warning",
      preset: "recommended",
    },
    {
      why: "loopback alone is as often a server under development",
      yaml: "GenerateSecret: ‹true›\nAllowedOAuthFlows: [code]\nCallbackURLs: ['http://localhost:3000/api/auth/callback/cognito']",
      severity: "hint",
      preset: "recommended",
    },
    {
      yaml: "GenerateSecret: ‹true›\nAllowedOAuthFlows: [code]\nCallbackURLs: ['http://127.0.0.1:3000/cb']",
      severity: "warning",
    },
    {
      yaml: "‹ClientSecret›: ABCDEFGHIJKLMNOPQRSTUVWXYZ\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb']\n",
      fixes: [
        {
          title: "Make it without a secret (removes ClientSecret)",
          safe: false,
          yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb']\n",
        },
      ],
    },
    {
      why: "another member's value is not changed from here",
      yaml: "EnableTokenRevocation: &on ‹true›\nGenerateSecret: *on\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb']",
      only: "yaml",
      fixes: [],
    },
    {
      why: "another member needs the secret",
      yaml: "GenerateSecret: ‹true›\nEnablePropagateAdditionalUserContextData: true\nAllowedOAuthFlows: [code]\nCallbackURLs: ['myapp://cb']",
      fixes: [],
    },
  ],
});
