import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("user-password-auth", {
  accept: [
    {
      why: "SRP does not send the password",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]",
    },
    { why: "a back end's flow is another matter", yaml: "ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]" },
    { why: "absent means AWS's defaults, without passwords", yaml: "ClientName: x" },
    { why: "an unknown item may be anything", yaml: "ExplicitAuthFlows: [!Ref Flow]", only: "yaml" },
  ],
  reject: [
    {
      why: "an old name beside a new one is an error of its own, which the fix would not mend",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹USER_PASSWORD_AUTH›]",
      also: ["auth-flows-legacy-mixed"],
      fixes: [],
    },
    {
      yaml: "ExplicitAuthFlows: [‹ALLOW_USER_PASSWORD_AUTH›, ALLOW_REFRESH_TOKEN_AUTH]\n",
      json: '{"ExplicitAuthFlows":[‹"ALLOW_USER_PASSWORD_AUTH"›,"ALLOW_REFRESH_TOKEN_AUTH"]}',
      message: /unless a user migration trigger/,
      severity: "warning",
      fixes: [
        {
          title: "Use ALLOW_USER_SRP_AUTH",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n",
          json: '{"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}',
        },
        { title: "Use ALLOW_USER_AUTH (needs the Essentials or Plus plan)", safe: false },
      ],
    },
    {
      why: "two of five real definitions have it: quiet by default",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹ALLOW_USER_PASSWORD_AUTH›, ALLOW_REFRESH_TOKEN_AUTH]",
      preset: "recommended",
      severity: "info",
      fixes: [
        { title: "Use ALLOW_USER_SRP_AUTH", safe: false },
        { title: /ALLOW_USER_AUTH/, safe: false },
      ],
    },
    {
      why: "the old name alone",
      yaml: "ExplicitAuthFlows: [‹USER_PASSWORD_AUTH›]",
      fixes: [
        { title: "Use ALLOW_USER_SRP_AUTH", safe: false },
        { title: /ALLOW_USER_AUTH/, safe: false },
      ],
    },
    {
      why: "beside other old names a new one would be refused",
      yaml: "ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH, ‹USER_PASSWORD_AUTH›]",
      fixes: [],
    },
  ],
});
