import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({
  attributes: [
    { name: "sub", required: true },
    { name: "email", required: true },
    { name: "name", required: true },
    { name: "nickname", required: false },
    { name: "locale" },
  ],
});

testRule("required-attribute-not-writable", {
  accept: [
    { why: "they are there", yaml: onPool("WriteAttributes: [name, email]"), facts },
    { why: "absent: all standard attributes", yaml: onPool("ClientName: a"), facts },
    { why: "an empty list", yaml: onPool("WriteAttributes: []"), facts },
    { why: "one cannot be known", yaml: onPool("WriteAttributes: ['${x}', email]"), facts },
    { why: "the list cannot be known", yaml: onPool("WriteAttributes: !Ref Attributes"), facts, only: "yaml" },
    { why: "no facts", yaml: onPool("WriteAttributes: [nickname]") },
    { why: "the schema is not known", yaml: onPool("WriteAttributes: [nickname]"), facts: factsWith({ domain: null }) },
  ],
  reject: [
    {
      why: "one is missing (observed)",
      yaml: onPool("‹WriteAttributes›:\n  - email\n  - nickname # free\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", ‹"WriteAttributes"›: ["email", "nickname"] }',
      facts,
      message: "The pool requires name of every user, so WriteAttributes must have it. Add name, or leave",
      severity: "error",
      fixes: [
        {
          title: "Add name",
          safe: false,
          yaml: onPool("WriteAttributes:\n  - email\n  - nickname # free\n  - name\n"),
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "WriteAttributes": ["email", "nickname", "name"] }',
        },
      ],
    },
    {
      why: "several are missing, one finding",
      yaml: onPool("‹WriteAttributes›: [nickname]\n"),
      facts,
      message: "The pool requires email and name of every user, so WriteAttributes must have them.",
      fixes: [{ title: "Add email and name", safe: false, yaml: onPool("WriteAttributes: [nickname, email, name]\n") }],
    },
  ],
});
