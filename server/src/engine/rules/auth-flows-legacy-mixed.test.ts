import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("auth-flows-legacy-mixed", {
  accept: [
    {
      why: "several old names together: accepted (Terraform's acceptance tests, AWS CLI example)",
      yaml: "ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH, CUSTOM_AUTH_FLOW_ONLY, USER_PASSWORD_AUTH]",
    },
    { why: "new names together", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]" },
    { why: "the list is absent", yaml: "ClientName: a" },
    { why: "an empty list", yaml: "ExplicitAuthFlows: []" },
    { why: "an unknown item", yaml: "ExplicitAuthFlows: [USER_PASSWORD_AUTH, '${flow}']" },
    {
      why: "a misspelt name is explicit-auth-flow-enum's",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, USER_SRP_AUTH]",
      also: ["explicit-auth-flow-enum"],
    },
    {
      why: "ALLOW_CLIENT_TOKEN_AUTH beside anything is client-token-auth-exclusive's",
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH, USER_PASSWORD_AUTH]",
      also: ["client-token-auth-exclusive"],
    },
  ],
  reject: [
    {
      why: "maps the whole list at once",
      yaml: "ExplicitAuthFlows:\n  - ALLOW_ADMIN_USER_PASSWORD_AUTH # back end\n  - ‹ADMIN_NO_SRP_AUTH›\n  - USER_PASSWORD_AUTH # old app\n",
      json: '{ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH", ‹"ADMIN_NO_SRP_AUTH"›, "USER_PASSWORD_AUTH"] }',
      message:
        /^ADMIN_NO_SRP_AUTH is an old name.*beside ALLOW_ADMIN_USER_PASSWORD_AUTH.*here ALLOW_ADMIN_USER_PASSWORD_AUTH/,
      severity: "error",
      fixes: [
        {
          title: "Use the ALLOW_ names throughout",
          safe: false,
          json: '{ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }',
        },
      ],
    },
    {
      why: "each old name",
      yaml: "ExplicitAuthFlows: [‹CUSTOM_AUTH_FLOW_ONLY›, ALLOW_REFRESH_TOKEN_AUTH]\n",
      fixes: [
        {
          title: "Use the ALLOW_ names throughout",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_CUSTOM_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n",
        },
      ],
    },
    {
      why: "with rotation ALLOW_REFRESH_TOKEN_AUTH is not added",
      yaml: "RefreshTokenRotation: { Feature: ENABLED }\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹USER_PASSWORD_AUTH›]\n",
      fixes: [
        {
          title: "Use the ALLOW_ names throughout",
          safe: false,
          yaml: "RefreshTokenRotation: { Feature: ENABLED }\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_USER_PASSWORD_AUTH]\n",
        },
      ],
    },
    {
      why: "nor while rotation may be on",
      yaml: "RefreshTokenRotation: { Feature: '${rotation}' }\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹USER_PASSWORD_AUTH›]\n",
      fixes: [
        {
          title: "Use the ALLOW_ names throughout",
          safe: false,
          yaml: "RefreshTokenRotation: { Feature: '${rotation}' }\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_USER_PASSWORD_AUTH]\n",
        },
      ],
    },
    {
      why: "an item that cannot be known would be lost, so no fix",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹USER_PASSWORD_AUTH›, !Ref Flow]\n",
      only: "yaml",
      fixes: [],
    },
    {
      why: "a value of the family that is newer than this version",
      yaml: "ExplicitAuthFlows: [ALLOW_SOMETHING_NEW, ‹USER_PASSWORD_AUTH›]\n",
    },
  ],
});
