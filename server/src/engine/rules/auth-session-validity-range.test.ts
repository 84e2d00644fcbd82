import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (value: string) => `ClientName: web\nAuthSessionValidity: ${value} # minutes`;

testRule("auth-session-validity-range", {
  accept: [
    { why: "3 passes (terraform's acceptance test)", yaml: at("3") },
    { why: "15 passes (terraform's acceptance test)", yaml: at("15") },
    { why: "absent", yaml: "ClientName: web" },
    { why: "a template", yaml: "AuthSessionValidity: ${MINUTES}" },
  ],
  reject: [
    {
      yaml: at("‹2›"),
      json: '{ "AuthSessionValidity": ‹2› }',
      message: "AuthSessionValidity is 2, but AWS takes 3 to 15 only. The unit is always minutes.",
      fixes: [{ title: "Use 3", safe: false, yaml: at("3"), json: '{ "AuthSessionValidity": 3 }' }],
    },
    { yaml: at("‹16›"), fixes: [{ title: "Use 15", safe: false, yaml: at("15") }] },
    { yaml: at("‹0›"), fixes: [{ title: "Use 3", safe: false }] },
    { yaml: at("‹-180›"), fixes: [{ title: "Use 3", safe: false }] },
    {
      why: "meant as seconds",
      yaml: at("‹180›"),
      fixes: [
        { title: "Use 3 (180 seconds in minutes)", safe: false, yaml: at("3") },
        { title: "Use 15", safe: false },
      ],
    },
    { yaml: at("‹900›"), fixes: [{ title: "Use 15 (900 seconds in minutes)", safe: false }] },
    { why: "2 minutes are too few in any unit", yaml: at("‹120›"), fixes: [{ title: "Use 15", safe: false }] },
    { why: "16 minutes are too many in any unit", yaml: at("‹960›"), fixes: [{ title: "Use 15", safe: false }] },
    { why: "no whole minutes", yaml: at("‹200›"), fixes: [{ title: "Use 15", safe: false }] },
  ],
});
