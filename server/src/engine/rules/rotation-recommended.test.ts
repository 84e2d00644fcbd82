import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("rotation-recommended", {
  accept: [
    { why: "on", yaml: "RefreshTokenRotation: {Feature: ENABLED}" },
    { why: "cannot be known", yaml: "RefreshTokenRotation: {Feature: !Ref F}", only: "yaml" },
    { why: "machines have no refresh token", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]" },
    { why: "an update may keep it", yaml: "ClientId: abc\nClientName: x" },
    { why: "refresh is not in use", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]" },
    {
      why: "implicit gives no refresh token",
      yaml: "AllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]",
    },
    { why: "the auth flows cannot be known", yaml: "ExplicitAuthFlows: !Ref F", only: "yaml" },
    {
      why: "not for a web server by default",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
      preset: "recommended",
    },
  ],
  reject: [
    {
      why: "a single-page application",
      yaml: "‹AllowedOAuthFlows›: [code]\nCallbackURLs: [https://a.example]",
      preset: "recommended",
      severity: "hint",
    },
    {
      why: "a native one",
      yaml: "‹AllowedOAuthFlows›: [code]\nCallbackURLs: ['myapp://cb']",
      preset: "recommended",
      severity: "hint",
    },
    {
      why: "the object that turns it off turns it on",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹ALLOW_REFRESH_TOKEN_AUTH›]\nRefreshTokenRotation: {Feature: DISABLED}\n",
      fixes: [
        {
          title: "Turn on refresh token rotation",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\nRefreshTokenRotation: {Feature: ENABLED, RetryGracePeriodSeconds: 10}\n",
        },
      ],
    },
    {
      why: "a list that is not fully known is not rewritten",
      yaml: "ExplicitAuthFlows: [!Ref Flow, ‹ALLOW_REFRESH_TOKEN_AUTH›]",
      only: "yaml",
      fixes: [],
    },
    {
      why: "an application without a secret (RFC 9700, section 4.14.2)",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹ALLOW_REFRESH_TOKEN_AUTH›]\n",
      json: '{\n  "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", ‹"ALLOW_REFRESH_TOKEN_AUTH"›]\n}',
      message: /RFC 9700/,
      severity: "warning",
      fixes: [
        {
          title: "Turn on refresh token rotation",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\nRefreshTokenRotation:\n  Feature: ENABLED\n  RetryGracePeriodSeconds: 10\n",
        },
      ],
    },
    {
      why: "quiet by default",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹ALLOW_REFRESH_TOKEN_AUTH›]",
      preset: "recommended",
      severity: "hint",
    },
    {
      why: "the only flow becomes SRP",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nExplicitAuthFlows:\n  - ‹ALLOW_REFRESH_TOKEN_AUTH›\n",
      fixes: [
        {
          title: "Turn on refresh token rotation",
          safe: false,
          yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nRefreshTokenRotation:\n  Feature: ENABLED\n  RetryGracePeriodSeconds: 10\nExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH\n",
        },
      ],
    },
    {
      why: "the token endpoint refreshes, too",
      yaml: "‹GenerateSecret›: true\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]",
      severity: "info",
    },
    {
      why: "the default flows have it",
      yaml: "‹ClientName›: x\nRefreshTokenRotation: {Feature: DISABLED}",
      severity: "info",
      message: /stay the same/,
    },
    { why: "an update that says it is off", yaml: "‹ClientId›: abc\nRefreshTokenRotation: {Feature: DISABLED}" },
  ],
});
