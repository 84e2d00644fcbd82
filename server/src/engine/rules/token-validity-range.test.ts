import { testRule } from "../../../../test/support/rule-tester.ts";

const units = (token: string, unit: string) => `TokenValidityUnits: {${token}: ${unit}}\n`;

testRule("token-validity-range", {
  accept: [
    // Bounds are inclusive: cdk-preflight's templates with exactly these values were deployed.
    ...["AccessToken", "IdToken"].flatMap((token) => [
      { why: `${token}: 5 minutes`, yaml: `${units(token, "minutes")}${token}Validity: 5` },
      { why: `${token}: 300 seconds`, yaml: `${units(token, "seconds")}${token}Validity: 300` },
      { why: `${token}: 86400 seconds`, yaml: `${units(token, "seconds")}${token}Validity: 86400` },
      { why: `${token}: 24 hours, the default unit`, yaml: `${token}Validity: 24` },
      { why: `${token}: 1 day`, yaml: `${units(token, "days")}${token}Validity: 1` },
    ]),
    { why: "refresh: 60 minutes", yaml: `${units("RefreshToken", "minutes")}RefreshTokenValidity: 60` },
    { why: "refresh: 3600 seconds", yaml: `${units("RefreshToken", "seconds")}RefreshTokenValidity: 3600` },
    { why: "refresh: 10 years in seconds", yaml: `${units("RefreshToken", "seconds")}RefreshTokenValidity: 315360000` },
    { why: "refresh: 3650 days, the default unit", yaml: "RefreshTokenValidity: 3650" },
    { why: "refresh: 0 means 30 days", yaml: "RefreshTokenValidity: 0" },
    { why: "refresh: 0 in any unit", yaml: `${units("RefreshToken", "seconds")}RefreshTokenValidity: 0` },
    {
      why: "a unit without a value scales nothing",
      yaml: "TokenValidityUnits: {AccessToken: days, RefreshToken: seconds}",
    },
    { why: "no lifetimes", yaml: "TokenValidityUnits: {}" },
    { why: "the value cannot be known", yaml: "AccessTokenValidity: !Ref Minutes", only: "yaml" },
    { why: "the unit cannot be known", yaml: "AccessTokenValidity: 60\nTokenValidityUnits: {AccessToken: '${unit}'}" },
    { why: "the units cannot be known", yaml: "AccessTokenValidity: 60\nTokenValidityUnits: !Ref Units", only: "yaml" },
    {
      why: "a unit that is none is token-unit-enum's",
      yaml: "AccessTokenValidity: 60\nTokenValidityUnits: {AccessToken: minute}",
      also: ["token-unit-enum"],
    },
    {
      why: "a number that no unit allows is the raw range's",
      yaml: "AccessTokenValidity: 86401\nIdTokenValidity: 0\nRefreshTokenValidity: 315360001",
      also: ["access-token-validity-raw-range", "id-token-validity-raw-range", "refresh-token-validity-raw-range"],
    },
  ],
  reject: [
    {
      why: "60 meant minutes",
      yaml: "AccessTokenValidity: ‹60› # short\n",
      json: '{ "AccessTokenValidity": ‹60› }',
      message:
        "60 hours (hours is the unit where TokenValidityUnits gives none) is more than the 1 day that Cognito allows for AccessTokenValidity. Change the number or its unit; the range is 5 minutes to 1 day.",
      severity: "error",
      fixes: [
        {
          title: "Count AccessTokenValidity in minutes: 60 minutes",
          safe: false,
          yaml: "AccessTokenValidity: 60 # short\nTokenValidityUnits:\n  AccessToken: minutes\n",
          json: '{ "AccessTokenValidity": 60, "TokenValidityUnits": { "AccessToken": "minutes" } }',
        },
        {
          title: "Use 24 hours",
          safe: false,
          yaml: "AccessTokenValidity: 24 # short\n",
          json: '{ "AccessTokenValidity": 24 }',
        },
      ],
    },
    {
      why: "3600 hours can only be seconds",
      yaml: "IdTokenValidity: ‹3600›\nTokenValidityUnits:\n  IdToken: hours # ?\n",
      message: "3600 hours is more than the 1 day",
      fixes: [
        {
          title: "Count IdTokenValidity in seconds: 3600 seconds",
          safe: false,
          yaml: "IdTokenValidity: 3600\nTokenValidityUnits:\n  IdToken: seconds # ?\n",
        },
        { title: "Use 24 hours", safe: false },
      ],
    },
    {
      why: "43200 days meant minutes",
      yaml: "TokenValidityUnits:\n  AccessToken: minutes\nRefreshTokenValidity: ‹43200›\n",
      message: "43200 days (days is the unit where TokenValidityUnits gives none) is more than the 10 years",
      fixes: [
        {
          title: "Count RefreshTokenValidity in minutes: 43200 minutes",
          safe: false,
          yaml: "TokenValidityUnits:\n  AccessToken: minutes\n  RefreshToken: minutes\nRefreshTokenValidity: 43200\n",
        },
        { title: "Count RefreshTokenValidity in seconds: 43200 seconds", safe: false },
        { title: "Count RefreshTokenValidity in hours: 43200 hours", safe: false },
        { title: "Use 3650 days", safe: false },
      ],
    },
    {
      why: "86400 days are whole days in seconds",
      yaml: "RefreshTokenValidity: ‹86400›\n",
      fixes: [
        { title: "Count RefreshTokenValidity in seconds: 86400 seconds", safe: false },
        { title: "Count RefreshTokenValidity in minutes: 86400 minutes", safe: false },
        { title: "Count RefreshTokenValidity in hours: 86400 hours", safe: false },
        { title: "Use 3650 days", safe: false },
      ],
    },
    {
      why: "600 without a unit",
      yaml: "AccessTokenValidity: ‹600›\n",
      fixes: [
        { title: "Count AccessTokenValidity in seconds: 600 seconds", safe: false },
        { title: "Count AccessTokenValidity in minutes: 600 minutes", safe: false },
        { title: "Use 24 hours", safe: false },
      ],
    },
    {
      why: "one more than a day",
      yaml: "AccessTokenValidity: ‹25›\nIdTokenValidity: ‹2›\nTokenValidityUnits: {IdToken: days}\n",
      message: /^25 hours/,
      fixes: [
        { title: "Count AccessTokenValidity in minutes: 25 minutes", safe: false },
        { title: "Use 24 hours", safe: false },
      ],
    },
    {
      why: "five days: both units that fit, to the very bound",
      yaml: "AccessTokenValidity: ‹5›\nTokenValidityUnits: {AccessToken: days}\n",
      related: ["days"],
      fixes: [
        { title: "Count AccessTokenValidity in hours: 5 hours", safe: false },
        { title: "Count AccessTokenValidity in minutes: 5 minutes", safe: false },
        { title: "Use 1 day", safe: false },
      ],
    },
    {
      why: "24 days: hours fit, to the very bound",
      yaml: "IdTokenValidity: ‹24›\nTokenValidityUnits: {IdToken: days}\n",
      fixes: [
        { title: "Count IdTokenValidity in minutes: 24 minutes", safe: false },
        { title: "Count IdTokenValidity in hours: 24 hours", safe: false },
        { title: "Use 1 day", safe: false },
      ],
    },
    {
      why: "one day more than 10 years",
      yaml: "RefreshTokenValidity: ‹3651›\n",
      fixes: [
        { title: /in hours: 3651 hours$/, safe: false },
        { title: /in minutes: 3651 minutes$/, safe: false },
        { title: /in seconds: 3651 seconds$/, safe: false },
        { title: "Use 3650 days", safe: false },
      ],
    },
    {
      why: "too short by one second",
      yaml: `${units("AccessToken", "seconds")}AccessTokenValidity: ‹299›\n`,
      message: "299 seconds is less than the 5 minutes that Cognito allows",
      fixes: [
        { title: "Count AccessTokenValidity in minutes: 299 minutes", safe: false },
        { title: "Use 300 seconds", safe: false, yaml: `${units("AccessToken", "seconds")}AccessTokenValidity: 300\n` },
      ],
    },
    {
      why: "3 minutes",
      yaml: `${units("IdToken", "minutes")}IdTokenValidity: ‹3›\n`,
      fixes: [
        { title: "Count IdTokenValidity in hours: 3 hours", safe: false },
        { title: "Use 5 minutes", safe: false },
      ],
    },
    {
      why: "a refresh token of less than an hour",
      yaml: `${units("RefreshToken", "minutes")}RefreshTokenValidity: ‹59›\n`,
      message: "59 minutes is less than the 1 hour",
      fixes: [
        { title: "Count RefreshTokenValidity in days: 59 days", safe: false },
        { title: "Count RefreshTokenValidity in hours: 59 hours", safe: false },
        { title: "Use 60 minutes", safe: false },
      ],
    },
    {
      why: "one second less than an hour",
      yaml: `${units("RefreshToken", "seconds")}RefreshTokenValidity: ‹3599›\n`,
    },
    {
      why: "no fix makes the access token outlive the refresh token",
      yaml: "RefreshTokenValidity: 60\nTokenValidityUnits: {RefreshToken: minutes}\nAccessTokenValidity: ‹70›\n",
      fixes: [{ title: "Use 1 hour", safe: false }],
    },
    {
      why: "and none makes the refresh token the shorter one",
      yaml: "AccessTokenValidity: 2\nIdTokenValidity: 3\nTokenValidityUnits: {RefreshToken: minutes}\nRefreshTokenValidity: ‹2›\n",
      fixes: [
        { title: "Count RefreshTokenValidity in days: 2 days", safe: false },
        { title: "Use 180 minutes", safe: false },
      ],
    },
    {
      why: "a token out of range does not bind the others",
      yaml: "RefreshTokenValidity: ‹4000›\nAccessTokenValidity: ‹100›\n",
    },
    {
      why: "in an update the old unit may still hold",
      yaml: "ClientId: abc\nAccessTokenValidity: ‹60›\n",
      severity: "warning",
    },
    {
      why: "in an update with its unit",
      yaml: `ClientId: abc\n${units("AccessToken", "hours")}AccessTokenValidity: ‹60›\n`,
      severity: "error",
    },
    {
      why: "a value behind an alias keeps its number",
      yaml: "AuthSessionValidity: &n ‹3›\nTokenValidityUnits: {AccessToken: seconds}\nAccessTokenValidity: *n\n",
      only: "yaml",
      fixes: [{ title: "Count AccessTokenValidity in hours: 3 hours", safe: false }],
    },
  ],
});
