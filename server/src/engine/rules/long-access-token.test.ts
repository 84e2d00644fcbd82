import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("long-access-token", {
  accept: [
    { why: "AWS's default", yaml: "AccessTokenValidity: 1" },
    { why: "the same in minutes", yaml: "AccessTokenValidity: 60\nTokenValidityUnits: {AccessToken: minutes}" },
    { why: "the same in seconds", yaml: "AccessTokenValidity: 3600\nTokenValidityUnits: {AccessToken: seconds}" },
    { why: "absent", yaml: "TokenValidityUnits: {AccessToken: days}" },
    { why: "out of range has a rule of its own", yaml: "AccessTokenValidity: 25", also: ["token-validity-range"] },
    { why: "the unit cannot be known", yaml: "AccessTokenValidity: 24\nTokenValidityUnits: !Ref U", only: "yaml" },
    {
      why: "longer than the refresh token is an error of its own",
      yaml: "AccessTokenValidity: 24\nRefreshTokenValidity: 12\nTokenValidityUnits: {RefreshToken: hours}",
      also: ["token-validity-exceeds-refresh"],
    },
    {
      why: "one second too many has a rule of its own",
      yaml: "AccessTokenValidity: 86401\nTokenValidityUnits: {AccessToken: seconds}",
      also: ["token-validity-range", "access-token-validity-raw-range"],
    },
  ],
  reject: [
    { why: "as long as the refresh token", yaml: "AccessTokenValidity: ‹24›\nRefreshTokenValidity: 1" },
    {
      why: "one second more",
      yaml: "AccessTokenValidity: ‹3601›\nTokenValidityUnits: {AccessToken: seconds}",
      message: /3,601 seconds/,
      severity: "info",
      fixes: [
        {
          title: "Use 1 hour",
          safe: false,
          yaml: "AccessTokenValidity: 3600\nTokenValidityUnits: {AccessToken: seconds}",
        },
      ],
    },
    { yaml: "AccessTokenValidity: ‹12›", severity: "hint", preset: "recommended", message: /12 hours/ },
    {
      why: "a second more than half a day",
      yaml: "AccessTokenValidity: ‹43201›\nTokenValidityUnits: {AccessToken: seconds}",
      severity: "warning",
      preset: "recommended",
    },
    {
      why: "more than half a day",
      yaml: "AccessTokenValidity: ‹13›",
      severity: "warning",
      preset: "recommended",
      fixes: [{ title: "Use 1 hour", safe: false, yaml: "AccessTokenValidity: 1" }],
    },
    {
      why: "no hour in days",
      yaml: "AccessTokenValidity: ‹1›\nTokenValidityUnits: {AccessToken: days}",
      severity: "warning",
      fixes: [],
    },
  ],
});
