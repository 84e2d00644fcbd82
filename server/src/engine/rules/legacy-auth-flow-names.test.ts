import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("legacy-auth-flow-names", {
  accept: [
    {
      why: "the names of today",
      yaml: "ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_CUSTOM_AUTH, ALLOW_USER_PASSWORD_AUTH]",
    },
    {
      why: "a mixed list is an error of its own",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ADMIN_NO_SRP_AUTH]",
      also: ["auth-flows-legacy-mixed"],
    },
    { why: "the list cannot be known", yaml: "ExplicitAuthFlows: !Ref Flows", only: "yaml" },
  ],
  reject: [
    {
      why: "several old names together are accepted (AWS CLI example)",
      yaml: "ExplicitAuthFlows: [‹ADMIN_NO_SRP_AUTH›, USER_PASSWORD_AUTH]\n",
      json: '{ "ExplicitAuthFlows": [‹"ADMIN_NO_SRP_AUTH"›, "USER_PASSWORD_AUTH"] }',
      message: /are old names.*ALLOW_ADMIN_USER_PASSWORD_AUTH and ALLOW_USER_PASSWORD_AUTH/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Use the ALLOW_ names",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n",
          json: '{ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }',
        },
      ],
    },
    {
      why: "with rotation ALLOW_REFRESH_TOKEN_AUTH would be refused",
      yaml: "ExplicitAuthFlows:\n  - ‹CUSTOM_AUTH_FLOW_ONLY›\nRefreshTokenRotation:\n  Feature: ENABLED\n",
      message: /is an old name.*ALLOW_CUSTOM_AUTH/,
      severity: "warning",
      fixes: [
        {
          title: "Use the ALLOW_ names",
          safe: false,
          yaml: "ExplicitAuthFlows:\n  - ALLOW_CUSTOM_AUTH\nRefreshTokenRotation:\n  Feature: ENABLED\n",
        },
      ],
    },
    {
      why: "an update may keep a rotation that the file does not show",
      yaml: "ClientId: abc\nExplicitAuthFlows: [‹USER_PASSWORD_AUTH›]",
      fixes: [
        {
          title: "Use the ALLOW_ names",
          safe: false,
          yaml: "ClientId: abc\nExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]",
        },
      ],
    },
    {
      why: "an item that cannot be known cannot be rewritten",
      yaml: "ExplicitAuthFlows: [‹ADMIN_NO_SRP_AUTH›, !Ref Flow]",
      only: "yaml",
      fixes: [],
    },
  ],
});
