import { testRule } from "../../../../test/support/rule-tester.ts";

const before = "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\n";

testRule("scope-unknown-builtin", {
  accept: [
    {
      why: "the five built-in ones",
      yaml: "AllowedOAuthScopes: [openid, email, phone, profile, aws.cognito.signin.user.admin]",
    },
    {
      why: "anything with a slash is somebody's own",
      yaml: "AllowedOAuthScopes: [a/b, 'https://api.example.com/read', /api/read, 'https://api.example.com//read']",
    },
    { why: "the built-in scope for dynamic registration", yaml: "AllowedOAuthScopes: [aws.cognito/dcr/register]" },
    { why: "a template", yaml: "AllowedOAuthScopes: ['${scope}']" },
    {
      why: "several in one string are oauth-scope-format's",
      yaml: "AllowedOAuthScopes: ['openid emai']",
      also: ["oauth-scope-format"],
    },
    { why: "an empty string, too", yaml: "AllowedOAuthScopes: ['']", also: ["oauth-scope-format"] },
    { why: "none", yaml: "AllowedOAuthScopes: []" },
  ],
  reject: [
    { yaml: "AllowedOAuthScopes: [openid, ‹constructor›]\n", fixes: [{ title: "Remove constructor", safe: false }] },
    {
      why: "letter case counts (inferred)",
      yaml: `${before}AllowedOAuthScopes:\n  - email\n  - ‹OpenID› # oidc\n`,
      json: '{ "AllowedOAuthScopes": ["email", ‹"OpenID"›] }',
      message: /no built-in scope OpenID.*Did you mean openid\?/,
      severity: "warning",
      fixes: [
        {
          title: "Use openid",
          safe: false,
          yaml: `${before}AllowedOAuthScopes:\n  - email\n  - openid # oidc\n`,
          json: '{ "AllowedOAuthScopes": ["email", "openid"] }',
        },
        { title: "Remove OpenID", safe: false, json: '{ "AllowedOAuthScopes": ["email"] }' },
      ],
    },
    {
      why: "what Terraform's users call it (observed)",
      yaml: "AllowedOAuthScopes: [‹Cognito›]\n",
      message: /Did you mean aws\.cognito\.signin\.user\.admin\?/,
      fixes: [
        { title: "Use aws.cognito.signin.user.admin", safe: false },
        { title: "Remove Cognito", safe: false },
      ],
    },
    {
      why: "offline_access does not exist here",
      yaml: "AllowedOAuthScopes: [openid, ‹offline_access›]\n",
      message: /issues refresh tokens without it/,
      fixes: [{ title: "Remove offline_access", safe: false, yaml: "AllowedOAuthScopes: [openid]\n" }],
    },
    {
      why: "a scope of one's own without its resource server",
      yaml: "AllowedOAuthScopes: [‹invoices›]\n",
      message: /write a custom scope as resource-server\/scope/,
      fixes: [{ title: "Remove invoices", safe: false }],
    },
    {
      why: "the correction stands there already",
      yaml: "AllowedOAuthScopes: [email, ‹emails›]\n",
      fixes: [{ title: "Remove emails", safe: false, yaml: "AllowedOAuthScopes: [email]\n" }],
    },
    {
      why: "the only scope of a switched-on app client",
      yaml: `${before}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [‹invoices›]\n`,
      severity: "error",
      fixes: [
        {
          title: "Replace invoices with openid",
          safe: false,
          yaml: `${before}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [openid]\n`,
        },
      ],
    },
    {
      why: "for a machine no built-in scope is a way out",
      yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [‹opnid›]\n",
      fixes: [{ title: "Replace opnid with my-api/opnid", safe: false }],
    },
    {
      why: "the attribute's name for the scope",
      yaml: "AllowedOAuthScopes: [openid, ‹phone_number›]\n",
      data: { scope: "phone_number", similar: "phone" },
      fixes: [
        { title: "Use phone", safe: false },
        { title: "Remove phone_number", safe: false },
      ],
    },
    {
      why: "half the name",
      yaml: "AllowedOAuthScopes: [openid, ‹Admin›]\n",
      data: { scope: "Admin", similar: "aws.cognito.signin.user.admin" },
    },
    ...["my-api/", "/read", "/", "https://api.example.com/"].map((scope) => ({
      why: `an empty half: ${scope}`,
      yaml: `AllowedOAuthScopes: [openid, ‹"${scope}"›]\n`,
      message: /and no resource server can have such a scope/,
      severity: "error" as const,
      fixes: [{ title: `Remove ${scope}`, safe: false, yaml: "AllowedOAuthScopes: [openid]\n" }],
    })),
    {
      why: "two with a comma between",
      yaml: "AllowedOAuthScopes: [‹'openid,my-api/read'›]\n",
      message: /holds 2 scopes/,
      fixes: [
        {
          title: "Split into openid and my-api/read",
          safe: false,
          yaml: "AllowedOAuthScopes: ['openid', 'my-api/read']\n",
        },
      ],
    },
    {
      why: "no slip of the table's",
      yaml: "AllowedOAuthScopes: [openid, ‹constructor›]\n",
      data: { scope: "constructor" },
    },
  ],
});
