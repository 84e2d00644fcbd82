import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("refresh-token-auth-missing", {
  accept: [
    { why: "GetClientToken alone", yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]" },
    {
      why: "GetClientToken beside others, which is an error of its own",
      also: ["client-token-auth-exclusive"],
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_CLIENT_TOKEN_AUTH]",
    },
    { why: "it is there", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]" },
    { why: "absent means AWS's defaults, which have it", yaml: "ClientName: x" },
    {
      why: "rotation demands its absence",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\nRefreshTokenRotation: {Feature: ENABLED}",
    },
    {
      why: "rotation that cannot be known",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\nRefreshTokenRotation: !Ref R",
      only: "yaml",
    },
    { why: "an update may keep rotation", yaml: "ClientId: abc\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]" },
    { why: "GetClientToken stands alone", yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]" },
    {
      why: "a machine has no refresh token",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]",
    },
    { why: "an empty list has a rule of its own", yaml: "ExplicitAuthFlows: []" },
    { why: "old names allow renewal without a word", yaml: "ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH]" },
    {
      why: "a mixed list is an error of its own",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ADMIN_NO_SRP_AUTH]",
      also: ["auth-flows-legacy-mixed"],
    },
    { why: "an unknown item may be it", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, !Ref Flow]", only: "yaml" },
  ],
  reject: [
    {
      why: "accepted today, refused in 2020 (aws-cdk#7625)",
      yaml: "‹ExplicitAuthFlows›: [ALLOW_USER_SRP_AUTH]\n",
      json: '{ ‹"ExplicitAuthFlows"›: ["ALLOW_USER_SRP_AUTH"] }',
      message: /must sign in again/,
      severity: "info",
      preset: "recommended",
      fixes: [
        {
          title: "Add ALLOW_REFRESH_TOKEN_AUTH",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n",
          json: '{ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }',
        },
      ],
    },
    {
      yaml: "RefreshTokenRotation: {Feature: DISABLED}\n‹ExplicitAuthFlows›:\n  - ALLOW_CUSTOM_AUTH\n",
      severity: "info",
    },
    {
      why: "an update that says rotation is off",
      yaml: "ClientId: abc\nRefreshTokenRotation: {Feature: DISABLED}\n‹ExplicitAuthFlows›: [ALLOW_CUSTOM_AUTH]",
    },
  ],
});
