import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("admin-password-auth-public", {
  accept: [
    { why: "with a secret", yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]" },
    {
      why: "the existing app client may have one",
      yaml: "ClientId: abc\nExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]",
    },
    { why: "by parameter", yaml: "GenerateSecret: ${SECRET}\nExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]" },
    { why: "not a back end's flow", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]" },
  ],
  reject: [
    {
      yaml: "ExplicitAuthFlows: [‹ALLOW_ADMIN_USER_PASSWORD_AUTH›, ALLOW_REFRESH_TOKEN_AUTH]",
      message: /GenerateSecret: true/,
      severity: "info",
    },
    {
      why: "every sixth real definition, mostly Lambda back ends: a hint",
      yaml: "GenerateSecret: false\nExplicitAuthFlows: [‹ALLOW_ADMIN_USER_PASSWORD_AUTH›]",
      preset: "recommended",
      severity: "hint",
    },
  ],
});
