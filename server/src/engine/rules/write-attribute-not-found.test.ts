import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({
  attributes: [
    { name: "custom:tenant", mutable: true },
    { name: "custom:member_since", mutable: false },
    { name: "custom:unsaid" },
    { name: "family_name", mutable: false, required: true },
    { name: "sub", mutable: false, required: true },
  ],
});
const required = "family_name";

testRule("write-attribute-not-found", {
  accept: [
    {
      why: "the pool's own and the standard ones",
      yaml: onPool(`WriteAttributes: [${required}, email, 'custom:tenant']`),
      facts,
    },
    {
      why: "nothing is said of its mutability",
      yaml: onPool(`WriteAttributes: [${required}, 'custom:unsaid']`),
      facts,
    },
    {
      why: "an immutable one that the pool requires has to be there",
      yaml: onPool(`WriteAttributes: [${required}]`),
      facts,
    },
    {
      why: "what is never writable is write-attribute-never-writable's",
      yaml: onPool(`WriteAttributes: [${required}, sub, email_verified, 'dev:custom:x']`),
      facts,
      also: ["write-attribute-never-writable"],
    },
    { why: "a template", yaml: onPool(`WriteAttributes: ['\${x}', ${required}]`), facts },
    {
      why: "no facts: some pool may have it",
      yaml: onPool("WriteAttributes: ['custom:tenant', email, 'x:y', 'custom:abcdefghijklmnopqrst']"),
    },
    {
      why: "the schema is not known",
      yaml: onPool("WriteAttributes: ['custom:tenant']"),
      facts: factsWith({ tier: "PLUS" }),
    },
    {
      why: "an empty name is attribute-name-length's",
      yaml: onPool(`WriteAttributes: ['', ${required}]`),
      facts,
      also: ["attribute-name-length"],
    },
    {
      why: "ReadAttributes has its own rule",
      yaml: onPool("ReadAttributes: [nothing]"),
      facts,
      also: ["read-attribute-not-found"],
    },
  ],
  reject: [
    ...(
      [
        ["role", "is no standard attribute", "custom:role"],
        ["Email", "is no standard attribute", "email"],
        ["firstName", "is no standard attribute", "given_name"],
        ["username", "Did you mean preferred_username?", "preferred_username"],
        ["custom:", "has nothing behind its prefix", undefined],
        ["custom:abcdefghijklmnopqrstu", "more than the 20 characters", undefined],
        ["custom:job title", "has a space in it", undefined],
      ] as const
    ).map(([name, message, similar]) => ({
      why: `no pool has ${name}`,
      yaml: onPool(`WriteAttributes: [address, ‹"${name}"›]\n`),
      message,
      severity: "error" as const,
      fixes: [
        ...(similar
          ? [{ title: `Use ${similar}`, safe: false, yaml: onPool(`WriteAttributes: [address, "${similar}"]\n`) }]
          : []),
        { title: `Remove ${name}`, safe: false, yaml: onPool("WriteAttributes: [address]\n") },
      ],
    })),
    {
      why: "the prefix is missing (observed)",
      yaml: onPool(`WriteAttributes:\n  - ${required}\n  - ‹tenant›\n`),
      json: `{ "UserPoolId": "eu-west-1_AbCdEfGhI", "WriteAttributes": ["${required}", ‹"tenant"›] }`,
      facts,
      message: "The pool has no attribute tenant. Did you mean custom:tenant?",
      data: { attribute: "tenant", similar: "custom:tenant" },
      severity: "error",
      fixes: [
        {
          title: "Use custom:tenant",
          safe: false,
          yaml: onPool(`WriteAttributes:\n  - ${required}\n  - custom:tenant\n`),
        },
        { title: "Remove tenant", safe: false, yaml: onPool(`WriteAttributes:\n  - ${required}\n`) },
      ],
    },
    {
      why: "nothing that may be written is like it",
      yaml: onPool(`WriteAttributes: [${required}, ‹email_verifed›]\n`),
      facts,
      message: "The pool has no attribute email_verifed. Add it",
      data: { attribute: "email_verifed" },
      fixes: [{ title: "Remove email_verifed", safe: false }],
    },
    {
      why: "an immutable one, which may be wanted at sign-up",
      yaml: onPool(`WriteAttributes: [${required}, ‹custom:member_since›]\n`),
      facts,
      message: /^custom:member_since is immutable/,
      severity: "warning",
      fixes: [{ title: "Remove custom:member_since", safe: false, yaml: onPool(`WriteAttributes: [${required}]\n`) }],
    },
    {
      why: "an immutable one, quietly",
      yaml: onPool(`WriteAttributes: [${required}, ‹custom:member_since›]\n`),
      facts,
      preset: "recommended",
      severity: "info",
    },
  ],
});
