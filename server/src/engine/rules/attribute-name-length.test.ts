import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("attribute-name-length", {
  accept: [
    { why: "names", yaml: 'ReadAttributes: [email, "custom:x"]\nWriteAttributes: [name]' },
    { why: "one character and 2048", yaml: `ReadAttributes: [a:b, ${"a".repeat(1024)}:${"b".repeat(1023)}]` },
    {
      why: "the model has no limit on the list",
      yaml: `ReadAttributes: [${Array.from({ length: 150 }, (_, i) => `custom:a${i}`)}]`,
    },
    { why: "empty list", yaml: "ReadAttributes: []" },
  ],
  reject: [
    {
      yaml: 'ReadAttributes:\n  - email\n  - ‹""›\n',
      json: '{ "ReadAttributes": ["email", ‹""›] }',
      message: "A name in ReadAttributes is empty. Remove it, or name an attribute of the pool.",
      fixes: [
        {
          title: "Remove this item",
          safe: false,
          yaml: "ReadAttributes:\n  - email\n",
          json: '{ "ReadAttributes": ["email"] }',
        },
      ],
    },
    { yaml: `WriteAttributes: [‹${"a".repeat(2049)}›]`, message: /2049 characters, and 2048 are the most/ },
    { yaml: "WriteAttributes: [‹''›, ‹''›]", also: [] },
  ],
});
