import { testRule } from "../../../../test/support/rule-tester.ts";

const secret = "GenerateSecret: true\n";

testRule("client-credentials-standard-scope", {
  accept: [
    {
      why: "custom scopes are what it takes",
      yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [my-api/read, https://api.example.com/openid]`,
    },
    {
      why: "the scope for dynamic registration has a slash and is no user's",
      yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [aws.cognito/dcr/register]`,
    },
    {
      why: "people's grants take them",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nAllowedOAuthScopes: [openid, email, phone, profile, aws.cognito.signin.user.admin]",
    },
    {
      why: "unknown values may be anything",
      yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: ['\${scope}']`,
    },
    { why: "the flow cannot be known", yaml: "AllowedOAuthFlows: ['${flow}']\nAllowedOAuthScopes: [openid]" },
    { why: "no scopes", yaml: `${secret}AllowedOAuthFlows: [client_credentials]` },
  ],
  reject: [
    {
      yaml: "ClientId: abc\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [a/b, ‹profile›]\n",
      fixes: [{ title: "Remove profile", safe: false }],
    },
    {
      why: "each of the five",
      yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes:\n  - ‹openid›\n  - ‹email›\n  - ‹phone›\n  - ‹profile›\n  - ‹aws.cognito.signin.user.admin›\n  - my-api/read # ours\n`,
      message: /^openid is about a user/,
      severity: "error",
      fixes: [
        {
          title: "Remove openid",
          safe: false,
          yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes:\n  - email\n  - phone\n  - profile\n  - aws.cognito.signin.user.admin\n  - my-api/read # ours\n`,
        },
        {
          title: "Remove openid, email, phone, profile, aws.cognito.signin.user.admin",
          safe: false,
          yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes:\n  - my-api/read # ours\n`,
        },
      ],
    },
    {
      why: "the only scope of a switched-on app client becomes a placeholder",
      yaml: `${secret}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [‹openid›]\n`,
      fixes: [
        {
          title: "Replace openid with my-api/read",
          safe: false,
          yaml: `${secret}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [my-api/read]\n`,
        },
      ],
    },
    {
      why: "two scopes, both refused, switched on",
      yaml: `${secret}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [‹openid›, ‹email›]\n`,
      fixes: [
        { title: "Remove openid", safe: false },
        {
          title: "Replace openid, email with my-api/read",
          safe: false,
          yaml: `${secret}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [my-api/read]\n`,
        },
      ],
    },
    {
      why: "the only scope of one that is off",
      yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [‹email›]\n`,
      fixes: [
        {
          title: "Remove email",
          safe: false,
          yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: []\n`,
        },
      ],
    },
    {
      why: "beside an unknown scope",
      yaml: `${secret}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [!Ref Scope, ‹email›]\n`,
      only: "yaml",
      fixes: [{ title: "Remove email", safe: false }],
    },
    {
      why: "in an update",
      yaml: "ClientId: abc\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [a/b, ‹profile›]\n",
    },
    {
      why: "an item that is an alias is taken out, what it stands for stays",
      yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nReadAttributes: [&s ‹email›]\nAllowedOAuthScopes: [a/b, *s]\n`,
      only: "yaml",
      fixes: [
        {
          title: "Remove email",
          safe: false,
          yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nReadAttributes: [&s email]\nAllowedOAuthScopes: [a/b]\n`,
        },
      ],
    },
    {
      why: "a list that is an alias cannot be changed here",
      yaml: `${secret}AllowedOAuthFlows: [client_credentials]\nReadAttributes: &s [custom:a/b, ‹email›]\nAllowedOAuthScopes: *s\n`,
      only: "yaml",
      fixes: [],
    },
  ],
});
