import { testRule } from "../../../../test/support/rule-tester.ts";

const code = "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\n";

testRule("openid-scope-missing", {
  accept: [
    { why: "openid is there", yaml: `${code}AllowedOAuthScopes: [email, openid]` },
    {
      why: "aws.cognito.signin.user.admin alone is fine",
      yaml: `${code}AllowedOAuthScopes: [aws.cognito.signin.user.admin]`,
    },
    { why: "custom scopes alone are fine", yaml: `${code}AllowedOAuthScopes: [api/read]` },
    { why: "an unknown item may be openid", yaml: `${code}AllowedOAuthScopes: [email, !Ref S]`, only: "yaml" },
    { why: "no redirect flow", yaml: "AllowedOAuthScopes: [email]" },
    {
      why: "machines have an error of their own",
      yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [email]",
      also: ["client-credentials-standard-scope"],
    },
    {
      why: "beside client_credentials there is an error of its own",
      yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nCallbackURLs: [https://a.example]\nAllowedOAuthFlows: [implicit, client_credentials]\nAllowedOAuthScopes: [email]",
      also: ["client-credentials-exclusive", "client-credentials-standard-scope"],
    },
  ],
  reject: [
    {
      yaml: `${code}AllowedOAuthScopes: [‹email›, profile]\n`,
      message: /email can be requested only together with openid/,
      severity: "warning",
      preset: "recommended",
      fixes: [{ title: "Add openid", safe: false, yaml: `${code}AllowedOAuthScopes: [openid, email, profile]\n` }],
    },
    { yaml: `${code}AllowedOAuthScopes: [api/read, ‹phone›]` },
    { yaml: `${code.replace("code", "implicit")}AllowedOAuthScopes: [‹profile›]` },
  ],
});
