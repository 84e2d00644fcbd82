import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("user-admin-scope", {
  accept: [
    { why: "other scopes", yaml: "AllowedOAuthScopes: [openid, api/aws.cognito.signin.user.admin]" },
    {
      why: "machines have an error of their own",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [aws.cognito.signin.user.admin]",
      also: ["client-credentials-standard-scope"],
    },
  ],
  reject: [
    {
      yaml: "AllowedOAuthScopes: [openid, ‹aws.cognito.signin.user.admin›]\n",
      message: /second factor/,
      severity: "info",
      fixes: [{ title: "Remove this scope", safe: false, yaml: "AllowedOAuthScopes: [openid]\n" }],
    },
    {
      why: "no scope at all would be refused",
      yaml: "AllowedOAuthScopes: [‹aws.cognito.signin.user.admin›]",
      severity: "hint",
      preset: "recommended",
      fixes: [],
    },
  ],
});
