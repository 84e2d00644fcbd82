import { testRule } from "../../../../test/support/rule-tester.ts";

const secret = "GenerateSecret: true\n";

testRule("client-token-auth-exclusive", {
  accept: [
    { why: "alone", yaml: `${secret}ExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]` },
    {
      why: "twice the same is another matter",
      yaml: `${secret}ExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH, ALLOW_CLIENT_TOKEN_AUTH]`,
    },
    { why: "other flows", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_USER_AUTH]" },
    { why: "beside what cannot be known", yaml: `${secret}ExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH, '\${flow}']` },
    { why: "absent", yaml: "ClientName: a" },
  ],
  reject: [
    {
      why: "beside another flow",
      yaml: `${secret}ExplicitAuthFlows:\n  - ALLOW_REFRESH_TOKEN_AUTH # app\n  - ‹ALLOW_CLIENT_TOKEN_AUTH›\n`,
      json: '{ "GenerateSecret": true, "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", ‹"ALLOW_CLIENT_TOKEN_AUTH"›] }',
      message: /must be the only flow.*here ALLOW_REFRESH_TOKEN_AUTH stands beside it/,
      severity: "error",
      fixes: [
        {
          title: "Keep only ALLOW_CLIENT_TOKEN_AUTH",
          safe: false,
          json: '{ "GenerateSecret": true, "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"] }',
        },
        {
          title: "Remove ALLOW_CLIENT_TOKEN_AUTH",
          safe: false,
          yaml: `${secret}ExplicitAuthFlows:\n  - ALLOW_REFRESH_TOKEN_AUTH # app\n`,
        },
      ],
    },
    {
      why: "twice, beside an old name and something unknown",
      yaml: `${secret}ExplicitAuthFlows: [‹ALLOW_CLIENT_TOKEN_AUTH›, USER_PASSWORD_AUTH, ALLOW_CLIENT_TOKEN_AUTH, '\${x}']\n`,
      fixes: [
        {
          title: /^Keep/,
          safe: false,
          yaml: `${secret}ExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH, ALLOW_CLIENT_TOKEN_AUTH]\n`,
        },
        { title: /^Remove/, safe: false, yaml: `${secret}ExplicitAuthFlows: [USER_PASSWORD_AUTH, '\${x}']\n` },
      ],
    },
  ],
});
