import { testRule } from "../../../../test/support/rule-tester.ts";

const on = "RefreshTokenRotation:\n  Feature: ENABLED\n";

testRule("rotation-with-refresh-token-auth", {
  accept: [
    { why: "the list is absent: deployed code omits it and works", yaml: on },
    {
      why: "rotation is off",
      yaml: "RefreshTokenRotation: {Feature: DISABLED}\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]",
    },
    { why: "no rotation", yaml: "ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]" },
    { why: "another flow", yaml: `${on}ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]` },
    { why: "old names with rotation are accepted", yaml: `${on}ExplicitAuthFlows: [USER_PASSWORD_AUTH]` },
    {
      why: "Feature cannot be known",
      yaml: "RefreshTokenRotation: {Feature: '${rotation}'}\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]",
    },
    {
      why: "rotation cannot be known",
      yaml: "RefreshTokenRotation: !Ref Rotation\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]",
      only: "yaml",
    },
    { why: "a flow cannot be known", yaml: `${on}ExplicitAuthFlows: ['\${flow}']` },
  ],
  reject: [
    {
      why: "both",
      yaml: `${on}ExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH\n  - ‹ALLOW_REFRESH_TOKEN_AUTH› # renew\n`,
      json: '{ "RefreshTokenRotation": {"Feature": "ENABLED"}, "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", ‹"ALLOW_REFRESH_TOKEN_AUTH"›] }',
      message: /^ALLOW_REFRESH_TOKEN_AUTH cannot be used while/,
      related: ["ENABLED"],
      severity: "error",
      fixes: [
        {
          title: "Remove ALLOW_REFRESH_TOKEN_AUTH",
          safe: false,
          json: '{ "RefreshTokenRotation": {"Feature": "ENABLED"}, "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] }',
        },
        {
          title: "Set RefreshTokenRotation.Feature to DISABLED",
          safe: false,
          yaml: "RefreshTokenRotation:\n  Feature: DISABLED\nExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH\n  - ALLOW_REFRESH_TOKEN_AUTH # renew\n",
        },
      ],
    },
    {
      why: "the only flow gives way to SRP",
      yaml: `${on}ExplicitAuthFlows: [‹ALLOW_REFRESH_TOKEN_AUTH›]\n`,
      fixes: [
        {
          title: "Replace ALLOW_REFRESH_TOKEN_AUTH with ALLOW_USER_SRP_AUTH",
          safe: false,
          yaml: `${on}ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n`,
        },
        { title: /DISABLED$/, safe: false },
      ],
    },
    {
      why: "listed twice, one finding",
      yaml: `${on}ExplicitAuthFlows: [‹ALLOW_REFRESH_TOKEN_AUTH›, ALLOW_USER_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n`,
      fixes: [
        { title: "Remove ALLOW_REFRESH_TOKEN_AUTH", safe: false, yaml: `${on}ExplicitAuthFlows: [ALLOW_USER_AUTH]\n` },
        { title: /DISABLED$/, safe: false },
      ],
    },
    {
      why: "behind an alias only the other side can be changed",
      yaml: "SupportedIdentityProviders: &a [‹ALLOW_REFRESH_TOKEN_AUTH›]\nExplicitAuthFlows: *a\nRefreshTokenRotation: {Feature: ENABLED}\n",
      only: "yaml",
      fixes: [{ title: /DISABLED$/, safe: false }],
    },
    { why: "in an update", yaml: `ClientId: abc\n${on}ExplicitAuthFlows: [‹ALLOW_REFRESH_TOKEN_AUTH›]\n` },
  ],
});
