import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("unknown-suppression", {
  accept: [
    { why: "the rule exists", yaml: "ClientName: a # cognito-client-disable-line implicit-grant\n", only: "yaml" },
  ],
  reject: [
    {
      yaml: "# cognito-client-disable-next-line ‹implicit-grants› -- old app\nClientName: a\n",
      json: '// cognito-client-disable-next-line ‹implicit-grants›\n{ "ClientName": "a" }',
      message: /no rule "implicit-grants"/,
    },
  ],
});
