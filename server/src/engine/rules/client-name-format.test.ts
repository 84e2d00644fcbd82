import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (name: string) => `UserPoolId: us-east-1_A\nClientName: ${name}`;

testRule("client-name-format", {
  accept: [
    { why: "spaces and + = , . @ - _ are fine (cdk-preflight's pass template)", yaml: at('"My app + = , . @ - _ 1"') },
    { why: "one character", yaml: at("a") },
    { why: "128 characters", yaml: at("a".repeat(128)) },
    { why: "line breaks are white space", yaml: at('"a\\nb\\tc"') },
    { why: "a template", yaml: at('"{{ name }}/x"') },
    { why: "a name of digits in quotes", yaml: at('"2024"') },
  ],
  reject: [
    { yaml: "ClientName: ‹a/b›", fixes: [{ title: "Use a-b", safe: false }] },
    { yaml: at("‹テスト用›"), message: /not of the form/, fixes: [] },
    {
      yaml: at("‹web/spa›"),
      json: '{ "UserPoolId": "us-east-1_A", "ClientName": ‹"web/spa"› }',
      message: /contains "\/"; AWS accepts letters from A to Z/,
      fixes: [
        {
          title: "Use web-spa",
          safe: false,
          yaml: at("web-spa"),
          json: '{ "UserPoolId": "us-east-1_A", "ClientName": "web-spa" }',
        },
      ],
    },
    {
      yaml: at('‹"My app: prod (eu)"›'),
      message: /":" and "\(" and "\)"/,
      fixes: [{ title: "Use My app-prod eu", safe: false }],
    },
    {
      yaml: at("‹Café&Bar›"),
      message: /"é" and "&"/,
      fixes: [{ title: "Use Cafe-Bar", safe: false, yaml: at("Cafe-Bar") }],
    },
    {
      why: "a no-break space is not ASCII white space",
      yaml: at('‹"a\\u00a0b"›'),
      message: /invisible character U\+00A0/,
    },
    {
      why: "empty",
      yaml: at('‹""›'),
      message: "ClientName is empty. The name is only a label: any other will do.",
      fixes: [],
    },
    {
      why: "129 characters",
      yaml: at(`‹${"a".repeat(129)}›`),
      message: /129 characters, and 128 are the most/,
      fixes: [{ title: /^Use a+/, safe: false, yaml: at("a".repeat(128)) }],
    },
    {
      why: "characters are counted, not UTF-16 units, and emojis are refused",
      yaml: at("‹a😀›"),
      message: /"😀"/,
      fixes: [{ title: "Use a", safe: false }],
    },
  ],
});
