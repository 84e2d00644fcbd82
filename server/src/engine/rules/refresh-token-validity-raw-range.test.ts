import { testRule } from "../../../../test/support/rule-tester.ts";
import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const at = (value: string, unit = "seconds") =>
  `RefreshTokenValidity: ${value}\nTokenValidityUnits: { RefreshToken: ${unit} }`;

testRule("refresh-token-validity-raw-range", {
  accept: [
    { why: "0 is accepted and means 30 days (API reference)", yaml: at("0") },
    { why: "the most, in seconds", yaml: at("315360000") },
    { why: "30.0 is the same number", yaml: "RefreshTokenValidity: 30.0" },
    {
      why: "a number that its unit makes too long is token-validity-range's",
      yaml: at("315360000", "days"),
      also: ["token-validity-range"],
    },
    { why: "text is wrong-type's", yaml: 'RefreshTokenValidity: "-1"', also: ["wrong-type"] },
    { why: "absent", yaml: "ClientName: web" },
  ],
  reject: [
    {
      yaml: at("‹315360001›"),
      message: "RefreshTokenValidity is 315360001, but AWS takes 0 to 315360000 only.",
      fixes: [{ title: "Use 315360000 (seconds), the longest that is allowed", safe: false, yaml: at("315360000") }],
    },
    {
      yaml: "RefreshTokenValidity: ‹999999999›",
      fixes: [
        { title: "Use 3650 (days), the longest that is allowed", safe: false },
        { title: "Remove RefreshTokenValidity (the default is 30 days)", safe: false },
      ],
    },
    {
      why: "without its number the unit could make 30 seconds of the default",
      yaml: at("‹-1›"),
      fixes: [],
    },
    {
      yaml: at("‹-1›", "days"),
      fixes: [{ title: /^Remove/, safe: false, yaml: "TokenValidityUnits: { RefreshToken: days }" }],
    },
    { why: "one finding, also where the unit makes it worse", yaml: at("‹315360001›", "days") },
  ],
});

const client = (members: string) =>
  template(
    `  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n${members}`,
  );
const zero = "      RefreshTokenValidity: ‹0›\n";
const report = {
  message: "RefreshTokenValidity is 0, but AWS takes 1 to 315360000 only.",
  severity: "error" as const,
  path: "/Resources/Web/Properties/RefreshTokenValidity",
};
const inUnit = (unit: string) => `      TokenValidityUnits:\n        RefreshToken: ${unit}\n`;

testTemplateRule("refresh-token-validity-raw-range", {
  accept: [{ why: "1 is the least in a template", yaml: client("      RefreshTokenValidity: 1\n") }],
  reject: [
    {
      why: "0 in a template, where leaving it out means the same",
      yaml: client(zero),
      ...report,
      fixes: [{ title: "Remove RefreshTokenValidity (the default is 30 days)", safe: true, yaml: client("") }],
    },
    { why: "a unit that would stay and change the default", yaml: client(zero + inUnit("minutes")), ...report },
    {
      why: "the default's own unit may stay",
      yaml: client(zero + inUnit("days")),
      ...report,
      fixes: [
        {
          title: "Remove RefreshTokenValidity (the default is 30 days)",
          safe: true,
          yaml: client(inUnit("days")),
        },
      ],
    },
  ],
});
