import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("long-id-token", {
  accept: [
    { why: "AWS's default", yaml: "IdTokenValidity: 1" },
    { why: "the same in seconds", yaml: "IdTokenValidity: 3600\nTokenValidityUnits: {IdToken: seconds}" },
    { why: "out of range has a rule of its own", yaml: "IdTokenValidity: 25", also: ["token-validity-range"] },
    {
      why: "machines get none",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nIdTokenValidity: 24",
    },
    {
      why: "longer than the refresh token is an error of its own",
      yaml: "IdTokenValidity: 24\nRefreshTokenValidity: 12\nTokenValidityUnits: {RefreshToken: hours}",
      also: ["token-validity-exceeds-refresh"],
    },
    {
      why: "one second too many has a rule of its own",
      yaml: "IdTokenValidity: 86401\nTokenValidityUnits: {IdToken: seconds}",
      also: ["token-validity-range", "id-token-validity-raw-range"],
    },
  ],
  reject: [
    { why: "as long as the refresh token", yaml: "IdTokenValidity: ‹24›\nRefreshTokenValidity: 1" },
    {
      yaml: "IdTokenValidity: ‹3601›\nTokenValidityUnits: {IdToken: seconds}",
      severity: "info",
      fixes: [
        { title: "Use 1 hour", safe: false, yaml: "IdTokenValidity: 3600\nTokenValidityUnits: {IdToken: seconds}" },
      ],
    },
    { yaml: "IdTokenValidity: ‹12›", severity: "hint", preset: "recommended" },
    { why: "the access token has the warning", yaml: "IdTokenValidity: ‹13›", severity: "info", preset: "recommended" },
    { yaml: "IdTokenValidity: ‹24›", severity: "warning", message: /1 day/ },
  ],
});
