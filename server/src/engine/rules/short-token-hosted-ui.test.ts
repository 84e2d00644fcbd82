import { testRule } from "../../../../test/support/rule-tester.ts";

const oauth =
  "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]\n";

testRule("short-token-hosted-ui", {
  accept: [
    {
      why: "an hour",
      yaml: `${oauth}AccessTokenValidity: 60\nIdTokenValidity: 60\nTokenValidityUnits: {AccessToken: minutes, IdToken: minutes}`,
    },
    { why: "no login pages", yaml: "AccessTokenValidity: 15\nTokenValidityUnits: {AccessToken: minutes}" },
    {
      why: "the login pages are off",
      yaml: "AllowedOAuthFlowsUserPoolClient: false\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nAccessTokenValidity: 15\nTokenValidityUnits: {AccessToken: minutes}",
    },
    {
      why: "out of range has a rule of its own",
      yaml: `${oauth}AccessTokenValidity: 4\nTokenValidityUnits: {AccessToken: minutes}`,
      also: ["token-validity-range"],
    },
    {
      why: "one second too few has a rule of its own",
      yaml: `${oauth}AccessTokenValidity: 299\nTokenValidityUnits: {AccessToken: seconds}`,
      also: ["token-validity-range"],
    },
  ],
  reject: [
    {
      yaml: `${oauth.replace("code", "implicit")}AccessTokenValidity: ‹300›\nTokenValidityUnits: {AccessToken: seconds}`,
    },
    {
      yaml: `${oauth}AccessTokenValidity: ‹5›\nIdTokenValidity: ‹59›\nTokenValidityUnits: {AccessToken: minutes, IdToken: minutes}`,
      message: /lives 5 minutes/,
      severity: "info",
      fixes: [
        {
          title: "Use 1 hour",
          safe: false,
          yaml: `${oauth}AccessTokenValidity: 60\nIdTokenValidity: 59\nTokenValidityUnits: {AccessToken: minutes, IdToken: minutes}`,
        },
      ],
    },
    {
      yaml: `${oauth}AccessTokenValidity: ‹3599›\nTokenValidityUnits: {AccessToken: seconds}`,
      severity: "hint",
      preset: "recommended",
    },
  ],
});
