import { testRule } from "../../../../test/support/rule-tester.ts";

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
      fixes: [
        { title: "Use 315360000 (seconds), the longest that is allowed", safe: false, yaml: at("315360000") },
        { title: "Remove RefreshTokenValidity (the default is 30 days)", safe: false },
      ],
    },
    {
      yaml: "RefreshTokenValidity: ‹999999999›",
      fixes: [
        { title: "Use 3650 (days), the longest that is allowed", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      yaml: at("‹-1›"),
      fixes: [{ title: /^Remove/, safe: false, yaml: "TokenValidityUnits: { RefreshToken: seconds }" }],
    },
    { why: "one finding, also where the unit makes it worse", yaml: at("‹315360001›", "days") },
  ],
});
