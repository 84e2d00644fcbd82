import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("user-auth-covers-others", {
  accept: [
    {
      why: "it does not cover custom challenges",
      yaml: "ExplicitAuthFlows: [ALLOW_USER_AUTH, ALLOW_CUSTOM_AUTH, ALLOW_REFRESH_TOKEN_AUTH]",
    },
    { why: "nor the back end's flow", yaml: "ExplicitAuthFlows: [ALLOW_USER_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH]" },
    { why: "no choice-based sign-in", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_USER_PASSWORD_AUTH]" },
  ],
  reject: [
    {
      yaml: "ExplicitAuthFlows: [‹ALLOW_USER_SRP_AUTH›, ALLOW_USER_AUTH, ‹ALLOW_USER_PASSWORD_AUTH›]",
      message: /already covers ALLOW_USER_SRP_AUTH/,
      severity: "info",
    },
    { yaml: "ExplicitAuthFlows: [ALLOW_USER_AUTH, ‹ALLOW_USER_SRP_AUTH›]", preset: "recommended", severity: "hint" },
  ],
});
