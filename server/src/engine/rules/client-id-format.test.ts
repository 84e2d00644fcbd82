import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (id: string) => `UserPoolId: us-east-1_A\nClientId: ${id}`;

testRule("client-id-format", {
  accept: [
    { why: "an id", yaml: at("1example23456789") },
    { why: "underscore and plus", yaml: at("a_b+c") },
    { why: "128 characters", yaml: at("a".repeat(128)) },
    { why: "a placeholder", yaml: at("<client id>") },
    {
      why: "an answer's id goes with the answer",
      yaml: "ClientId: a-b\nCreationDate: 1\nLastModifiedDate: 2\nClientName: a",
      also: ["response-only-property"],
    },
  ],
  reject: [
    { yaml: "ClientId: ‹' a'›", fixes: [{ title: "Use a", safe: true }] },
    {
      yaml: at("‹my-app›"),
      json: '{ "UserPoolId": "us-east-1_A", "ClientId": ‹"my-app"› }',
      message: /contains "-"; AWS accepts letters, digits, _ and \+/,
      fixes: [],
    },
    { yaml: at('‹""›'), message: /is empty/ },
    { why: "129 characters", yaml: at(`‹${"a".repeat(129)}›`), message: /128 are the most/ },
    {
      why: "spaces around it",
      yaml: at('‹" abc1 "›'),
      message: /a space/,
      fixes: [{ title: "Use abc1", safe: true, yaml: at('"abc1"') }],
    },
    { why: "a space within it is not trimmed away", yaml: at('‹" a b"›'), fixes: [] },
  ],
});
