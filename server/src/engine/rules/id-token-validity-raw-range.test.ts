import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (value: string, unit = "seconds") => `IdTokenValidity: ${value}\nTokenValidityUnits: { IdToken: ${unit} }`;

testRule("id-token-validity-raw-range", {
  accept: [
    { why: "1, which is an hour by default", yaml: "IdTokenValidity: 1" },
    { why: "the most, in seconds", yaml: at("86400") },
    {
      why: "1 second is within the bare bounds; its length is token-validity-range's",
      yaml: at("1"),
      also: ["token-validity-range"],
    },
    { why: "a template", yaml: "IdTokenValidity: ${HOURS}" },
    { why: "absent", yaml: "TokenValidityUnits: {}" },
  ],
  reject: [
    {
      why: "0 is what describe and terraform show for a value never set",
      yaml: "ClientName: web\nIdTokenValidity: ‹0›\n",
      json: '{ "ClientName": "web", "IdTokenValidity": ‹0› }',
      message: /^IdTokenValidity is 0, but AWS takes 1 to 86400 only/,
      fixes: [
        {
          title: "Remove IdTokenValidity (the default is 1 hour)",
          safe: true,
          yaml: "ClientName: web\n",
          json: '{ "ClientName": "web" }',
        },
      ],
    },
    {
      yaml: at("‹86401›"),
      fixes: [
        { title: "Use 86400 (seconds), the longest that is allowed", safe: false, yaml: at("86400") },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      yaml: "IdTokenValidity: ‹86401›",
      fixes: [
        { title: "Use 24 (hours), the longest that is allowed", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      yaml: at("‹100000›", "days"),
      fixes: [
        { title: "Use 1 (day), the longest that is allowed", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    { yaml: at("‹-5›", "minutes"), fixes: [{ title: /^Remove/, safe: false }] },
    {
      why: "with a unit that nobody knows there is no number to offer",
      yaml: at("‹90000›", "weeks"),
      also: ["token-unit-enum"],
      fixes: [{ title: /^Remove/, safe: false }],
    },
  ],
});
