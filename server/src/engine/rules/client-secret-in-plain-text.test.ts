import { expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { parseSpec } from "../document/parse.ts";
import { check } from "../features/check.ts";

const SECRET = "s3cretS3cretS3cretS3cretS3cret";

testRule("client-secret-in-plain-text", {
  accept: [
    { why: "filled in at deploy time", yaml: "ClientSecret: ${CLIENT_SECRET}" },
    { why: "filled in by hand", yaml: "ClientSecret: <secret>" },
    { why: "an intrinsic function", yaml: "ClientSecret: !Sub '{{resolve:secretsmanager:x}}'", only: "yaml" },
    { why: "Cognito makes one", yaml: "GenerateSecret: true" },
    { why: "an empty one has a rule of its own", yaml: 'ClientSecret: ""', also: ["client-secret-format"] },
  ],
  reject: [
    {
      why: "the advice of an update is another",
      yaml: `ClientId: abc\nClientSecret: ‹${SECRET}›\n`,
      message: /ever shared/,
      also: ["response-only-property", "update-cannot-set-secret"],
    },
    {
      why: "the advice of a create",
      yaml: `ClientName: abc\nClientSecret: ‹${SECRET}›\n`,
      message: /set GenerateSecret to true/,
    },
    {
      yaml: `ClientName: x\nClientSecret: ‹${SECRET}› # ours\n`,
      json: `{ "ClientName": "x", "ClientSecret": ‹"${SECRET}"› }`,
      message: /in plain text/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Let Cognito generate the secret",
          safe: false,
          yaml: "ClientName: x\nGenerateSecret: true # ours\n",
          json: '{ "ClientName": "x", "GenerateSecret": true }',
        },
      ],
    },
    {
      yaml: `GenerateSecret: false\nClientSecret: ‹${SECRET}›\n`,
      severity: "warning",
      fixes: [{ title: "Let Cognito generate the secret", safe: false, yaml: "GenerateSecret: true\n" }],
    },
    {
      why: "a value that stands elsewhere is not taken away",
      yaml: `ClientName: &s ‹${SECRET}›\nClientSecret: *s\n`,
      only: "yaml",
      fixes: [],
    },
    {
      why: "GenerateSecret by parameter stays",
      yaml: `GenerateSecret: !Ref S\nClientSecret: ‹${SECRET}›\n`,
      only: "yaml",
      fixes: [{ title: "Let Cognito generate the secret", safe: false, yaml: "GenerateSecret: !Ref S\n" }],
    },
    {
      why: "an update cannot carry one",
      yaml: `ClientId: abc\nClientSecret: ‹${SECRET}›\n`,
      also: ["response-only-property", "update-cannot-set-secret"],
      fixes: [{ title: "Remove ClientSecret", safe: false, yaml: "ClientId: abc\n" }],
    },
  ],
});

test("no finding repeats the secret, whatever is wrong with the file", () => {
  const texts = [
    `{"ClientName":"x","ClientSecret":"${SECRET}"}`,
    `{"ClientId":"x","ClientSecret":"${SECRET}","GenerateSecret":true}`,
    `{"UserPoolClient":{"ClientSecret":"${SECRET}","ClientId":"x","CreationDate":1}}`,
    `{"ClientSecret":["${SECRET}"],"clientSecret":"${SECRET}"}`,
  ];
  for (const text of texts) {
    const document = parseSpec(text, "json");
    // `client` is the file itself: no output prints it.
    for (const { fixes, rule, span, client, ...finding } of check(document, {
      settings: { preset: "strict", rules: {} },
    })) {
      expect(JSON.stringify(finding), rule.id).not.toContain(SECRET);
      const titles = fixes?.().map((fix) => fix.title) ?? [];
      expect(titles.join(), rule.id).not.toContain(SECRET);
      expect(span.end).toBeGreaterThan(span.start);
    }
  }
});
