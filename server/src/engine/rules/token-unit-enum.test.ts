import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (unit: string) => `TokenValidityUnits:\n  AccessToken: ${unit} # unit`;

testRule("token-unit-enum", {
  accept: [
    ...["seconds", "minutes", "hours", "days"].map((unit) => ({
      why: `${unit} for all three`,
      yaml: `TokenValidityUnits: { AccessToken: ${unit}, IdToken: ${unit}, RefreshToken: ${unit} }`,
    })),
    { why: "an empty object is what AWS writes itself", yaml: "TokenValidityUnits: {}" },
    { why: "a template", yaml: "TokenValidityUnits: { IdToken: '${UNIT}' }" },
    { why: "absent", yaml: "AccessTokenValidity: 1" },
  ],
  reject: [
    ...(
      [
        ["hour", "hours"],
        ["Minutes", "minutes"],
        ["SECONDS", "seconds"],
        ["Day", "days"],
        ["s", "seconds"],
        ["sec", "seconds"],
        ["secs", "seconds"],
        ["m", "minutes"],
        ["min", "minutes"],
        ["mins", "minutes"],
        ["h", "hours"],
        ["hr", "hours"],
        ["hrs", "hours"],
        ["d", "days"],
        ["minuts", "minutes"],
      ] as const
    ).map(([wrong, right]) => ({
      why: wrong,
      yaml: at(`‹${wrong}›`),
      message: /takes seconds, minutes, hours or days only/,
      fixes: [{ title: `Use ${right}`, safe: !["minuts"].includes(wrong), yaml: at(right) }],
    })),
    {
      yaml: "TokenValidityUnits: { IdToken: ‹weeks›, RefreshToken: ‹years› }",
      message: /^The unit IdToken is "weeks"/,
      fixes: [
        { title: "Use seconds", safe: false },
        { title: "Use minutes", safe: false },
        { title: "Use hours", safe: false },
        { title: "Use days", safe: false },
      ],
    },
    {
      yaml: 'TokenValidityUnits: { RefreshToken: ‹""› }',
      fixes: [
        { title: "Use seconds", safe: false },
        { title: "Use minutes", safe: false },
        { title: "Use hours", safe: false },
        { title: "Use days", safe: false },
      ],
    },
  ],
});
