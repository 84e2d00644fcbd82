import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("long-refresh-token", {
  accept: [
    { why: "AWS's default", yaml: "RefreshTokenValidity: 30" },
    { why: "0 means the default", yaml: "RefreshTokenValidity: 0" },
    { why: "the same in hours", yaml: "RefreshTokenValidity: 720\nTokenValidityUnits: {RefreshToken: hours}" },
    { why: "out of range has a rule of its own", yaml: "RefreshTokenValidity: 3651", also: ["token-validity-range"] },
    {
      why: "machines get none",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nRefreshTokenValidity: 3650",
    },
    {
      why: "one second too many has a rule of its own",
      yaml: "RefreshTokenValidity: 315360001\nTokenValidityUnits: {RefreshToken: seconds}",
      also: ["token-validity-range", "refresh-token-validity-raw-range"],
    },
  ],
  reject: [
    { why: "one second more", yaml: "RefreshTokenValidity: ‹2592001›\nTokenValidityUnits: {RefreshToken: seconds}" },
    {
      yaml: "RefreshTokenValidity: ‹31›",
      message: /31 days/,
      severity: "info",
      fixes: [{ title: "Use 30 days", safe: false, yaml: "RefreshTokenValidity: 30" }],
    },
    { yaml: "RefreshTokenValidity: ‹365›", severity: "hint", preset: "recommended" },
    { yaml: "RefreshTokenValidity: ‹366›", severity: "warning", preset: "recommended" },
    {
      yaml: "RefreshTokenValidity: ‹3650›",
      severity: "warning",
      fixes: [{ title: "Use 30 days", safe: false }],
    },
    {
      yaml: "RefreshTokenValidity: ‹525600›\nTokenValidityUnits:\n  RefreshToken: minutes\n",
      message: /365 days/,
      fixes: [
        {
          title: "Use 30 days",
          safe: false,
          yaml: "RefreshTokenValidity: 43200\nTokenValidityUnits:\n  RefreshToken: minutes\n",
        },
      ],
    },
  ],
});
