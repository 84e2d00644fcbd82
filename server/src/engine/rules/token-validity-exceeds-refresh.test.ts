import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("token-validity-exceeds-refresh", {
  accept: [
    {
      why: "equal lifetimes are allowed",
      yaml: "AccessTokenValidity: 24\nIdTokenValidity: 24\nRefreshTokenValidity: 1",
    },
    { why: "an absent refresh validity is 30 days", yaml: "AccessTokenValidity: 24" },
    { why: "0 is 30 days", yaml: "AccessTokenValidity: 24\nRefreshTokenValidity: 0" },
    {
      why: "the default hour is never more than the shortest refresh token",
      yaml: "RefreshTokenValidity: 60\nTokenValidityUnits: {RefreshToken: minutes}",
    },
    {
      why: "a refresh lifetime that cannot be known",
      yaml: "AccessTokenValidity: 24\nRefreshTokenValidity: !Ref Days",
      only: "yaml",
    },
    {
      why: "a unit that cannot be known",
      yaml: "AccessTokenValidity: 24\nRefreshTokenValidity: 60\nTokenValidityUnits: {RefreshToken: '${unit}'}",
    },
    {
      why: "while the refresh token is out of range, AWS speaks of that",
      yaml: "AccessTokenValidity: 2\nRefreshTokenValidity: 59\nTokenValidityUnits: {RefreshToken: minutes}",
      also: ["token-validity-range"],
    },
    {
      why: "while the access token is out of range, too",
      yaml: "AccessTokenValidity: 25\nRefreshTokenValidity: 1",
      also: ["token-validity-range"],
    },
    {
      why: "a number that no unit allows",
      yaml: "AccessTokenValidity: 86401\nRefreshTokenValidity: 1",
      also: ["access-token-validity-raw-range"],
    },
  ],
  reject: [
    {
      why: "access longer than refresh",
      yaml: "AccessTokenValidity: ‹3›\nRefreshTokenValidity: 90\nTokenValidityUnits: {RefreshToken: minutes}\n",
      json: '{ "AccessTokenValidity": ‹3›, "RefreshTokenValidity": 90, "TokenValidityUnits": { "RefreshToken": "minutes" } }',
      message: "AccessTokenValidity is 3 hours, longer than the refresh token's 90 minutes",
      severity: "error",
      fixes: [
        {
          title: "Shorten AccessTokenValidity to 1 hour",
          safe: false,
          yaml: "AccessTokenValidity: 1\nRefreshTokenValidity: 90\nTokenValidityUnits: {RefreshToken: minutes}\n",
          json: '{ "AccessTokenValidity": 1, "RefreshTokenValidity": 90, "TokenValidityUnits": { "RefreshToken": "minutes" } }',
        },
        {
          title: "Raise RefreshTokenValidity to 180 minutes",
          safe: false,
          yaml: "AccessTokenValidity: 3\nRefreshTokenValidity: 180\nTokenValidityUnits: {RefreshToken: minutes}\n",
        },
      ],
    },
    {
      why: "by one second",
      yaml: "IdTokenValidity: ‹3601›\nRefreshTokenValidity: 1\nTokenValidityUnits: {IdToken: seconds, RefreshToken: hours}\n",
      message: "IdTokenValidity is 3,601 seconds, longer than the refresh token's 1 hour",
      fixes: [
        { title: "Shorten IdTokenValidity to 3600 seconds", safe: false },
        { title: "Raise RefreshTokenValidity to 2 hours", safe: false },
      ],
    },
    {
      why: "both, and raising the refresh token serves both",
      yaml: "AccessTokenValidity: ‹2›\nIdTokenValidity: ‹5›\nRefreshTokenValidity: 1\nTokenValidityUnits: {RefreshToken: hours}\n",
      fixes: [
        { title: "Shorten AccessTokenValidity to 1 hour", safe: false },
        { title: "Raise RefreshTokenValidity to 5 hours", safe: false },
      ],
    },
    {
      why: "the token's unit is too coarse to be shortened",
      yaml: "AccessTokenValidity: ‹1›\nRefreshTokenValidity: 12\nTokenValidityUnits: {AccessToken: days, RefreshToken: hours}\n",
      fixes: [{ title: "Raise RefreshTokenValidity to 24 hours", safe: false }],
    },
    {
      why: "in an update the old units may still hold",
      yaml: "ClientId: abc\nAccessTokenValidity: ‹3›\nRefreshTokenValidity: 90\nTokenValidityUnits: {RefreshToken: minutes}\n",
      severity: "warning",
    },
    {
      why: "in an update with both units",
      yaml: "ClientId: abc\nAccessTokenValidity: ‹3›\nRefreshTokenValidity: 90\nTokenValidityUnits: {AccessToken: hours, RefreshToken: minutes}\n",
      severity: "error",
    },
  ],
});
