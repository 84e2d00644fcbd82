import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({
  attributes: [{ name: "custom:tenant" }, { name: "dev:custom:score" }, { name: "identities" }],
});

testRule("read-attribute-not-found", {
  accept: [
    {
      why: "every pool has the standard ones, whatever the schema lists",
      yaml: onPool("ReadAttributes: [email, updated_at, sub, email_verified, phone_number_verified]"),
      facts,
    },
    { why: "the pool's own", yaml: onPool("ReadAttributes: ['custom:tenant', 'dev:custom:score', identities]"), facts },
    { why: "a template", yaml: onPool("ReadAttributes: ['custom:${name}']"), facts },
    {
      why: "no facts: some pool may have it",
      yaml: onPool("ReadAttributes: ['custom:tenant', email, 'x:y', 'custom:abcdefghijklmnopqrst']"),
    },
    {
      why: "the schema is not known",
      yaml: onPool("ReadAttributes: ['custom:tenant']"),
      facts: factsWith({ domain: null }),
    },
    {
      why: "an empty name is attribute-name-length's",
      yaml: onPool("ReadAttributes: ['']"),
      facts,
      also: ["attribute-name-length"],
    },
    {
      why: "WriteAttributes has its own rule",
      yaml: onPool("WriteAttributes: [nothing]"),
      facts,
      also: ["write-attribute-not-found"],
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
      yaml: onPool(`ReadAttributes: [address, ‹"${name}"›]\n`),
      message,
      severity: "error" as const,
      fixes: [
        ...(similar
          ? [{ title: `Use ${similar}`, safe: false, yaml: onPool(`ReadAttributes: [address, "${similar}"]\n`) }]
          : []),
        { title: `Remove ${name}`, safe: false, yaml: onPool("ReadAttributes: [address]\n") },
      ],
    })),
    {
      why: "the prefix is missing (observed)",
      yaml: onPool("ReadAttributes:\n  - email\n  - ‹tenant› # ours\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ReadAttributes": ["email", ‹"tenant"›] }',
      facts,
      message: "The pool has no attribute tenant. Did you mean custom:tenant?",
      data: { attribute: "tenant", similar: "custom:tenant" },
      severity: "error",
      fixes: [
        {
          title: "Use custom:tenant",
          safe: false,
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ReadAttributes": ["email", "custom:tenant"] }',
        },
        {
          title: "Remove tenant",
          safe: false,
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ReadAttributes": ["email"] }',
        },
      ],
    },
    {
      why: "misspelt",
      yaml: onPool("ReadAttributes: [‹given-name›, ‹custom:tennant›]\n"),
      facts,
      message: "Did you mean given_name?",
    },
    {
      why: "the name to sign in with, in a pool without an attribute of that name",
      yaml: onPool("ReadAttributes: [email, ‹username›]\n"),
      facts,
      message: "The pool has no attribute username. Did you mean preferred_username?",
    },
    {
      why: "and in a pool that has one of its own",
      yaml: onPool("ReadAttributes: [email, ‹username›]\n"),
      facts: factsWith({ attributes: [{ name: "custom:username" }] }),
      message: "The pool has no attribute username. Did you mean custom:username?",
    },
    {
      why: "nothing is like it",
      yaml: onPool("ReadAttributes: [email, ‹custom:shoe_size_in_centimetres›]\n"),
      facts,
      message:
        "The pool has no attribute custom:shoe_size_in_centimetres. Add it to the pool first, or remove it here.",
      data: { attribute: "custom:shoe_size_in_centimetres" },
      fixes: [
        { title: "Remove custom:shoe_size_in_centimetres", safe: false, yaml: onPool("ReadAttributes: [email]\n") },
      ],
    },
    {
      why: "what was meant stands there already",
      yaml: onPool("ReadAttributes: [email, ‹Email›]\n"),
      facts,
      fixes: [{ title: "Remove Email", safe: false }],
    },
  ],
});
