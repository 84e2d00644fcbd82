import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("unit-without-value", {
  accept: [
    { why: "with its value", yaml: "AccessTokenValidity: 1\nTokenValidityUnits: {AccessToken: hours}" },
    { why: "AWS writes the empty object itself", yaml: "TokenValidityUnits: {}" },
    { why: "the value by parameter", yaml: "AccessTokenValidity: ${N}\nTokenValidityUnits: {AccessToken: minutes}" },
    {
      why: "a wrong unit has a rule of its own",
      yaml: "TokenValidityUnits: {AccessToken: hour}",
      also: ["token-unit-enum"],
    },
    {
      why: "AWS completes the units in its answers",
      yaml: "ClientId: abc\nClientName: x\nCreationDate: 2024-01-01T00:00:00Z\nTokenValidityUnits: {AccessToken: hours, RefreshToken: hours}",
      also: ["describe-output", "response-only-property", "wrong-type"],
    },
  ],
  reject: [
    {
      yaml: "TokenValidityUnits: {‹AccessToken›: hours}",
      fixes: [
        { title: "Set AccessTokenValidity to 1 (the default)", safe: false },
        { title: "Remove the unit", safe: false },
      ],
    },
    {
      yaml: "TokenValidityUnits:\n  ‹AccessToken›: minutes\n  ‹IdToken›: hours\n  ‹RefreshToken›: days\n",
      message: /has no effect, because AccessTokenValidity is missing/,
      severity: "info",
      fixes: [
        {
          title: "Set AccessTokenValidity to 60 (the default)",
          safe: false,
          yaml: "AccessTokenValidity: 60\nTokenValidityUnits:\n  AccessToken: minutes\n  IdToken: hours\n  RefreshToken: days\n",
        },
        {
          title: "Remove the unit",
          safe: false,
          yaml: "TokenValidityUnits:\n  IdToken: hours\n  RefreshToken: days\n",
        },
      ],
    },
    { yaml: "TokenValidityUnits: {‹AccessToken›: hours}", severity: "hint", preset: "recommended" },
    {
      why: "the stored 30 might become 30 hours (not verified)",
      yaml: "TokenValidityUnits: {‹RefreshToken›: hours}",
      message: /may now count hours instead of days/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        { title: "Set RefreshTokenValidity to 720 (the default)", safe: false },
        { title: "Remove the unit", safe: false },
      ],
    },
    {
      why: "an hour is no whole number of days",
      yaml: "TokenValidityUnits: {‹IdToken›: days}",
      fixes: [{ title: "Remove the unit", safe: false, yaml: "TokenValidityUnits: {}" }],
    },
  ],
});
