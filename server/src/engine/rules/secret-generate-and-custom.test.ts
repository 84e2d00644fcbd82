import { expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { parseSpec } from "../document/parse.ts";
import { check } from "../features/check.ts";
import { defaultSettings } from "../lint/settings.ts";

const secret = "abcdefghijklmnopqrstuvwxyz";

testRule("secret-generate-and-custom", {
  accept: [
    { why: "false beside a secret of one's own", yaml: `GenerateSecret: false\nClientSecret: ${secret}` },
    { why: "generated alone", yaml: "GenerateSecret: true" },
    { why: "brought along alone", yaml: `ClientSecret: ${secret}` },
    {
      why: "GenerateSecret cannot be known",
      yaml: `GenerateSecret: !Ref Generate\nClientSecret: ${secret}`,
      only: "yaml",
    },
    {
      why: "an intrinsic function may stand for no value",
      yaml: "GenerateSecret: true\nClientSecret: !Ref Secret",
      only: "yaml",
    },
    { why: "an empty member is wrong-type's", yaml: "GenerateSecret: true\nClientSecret: null", also: ["wrong-type"] },
    {
      why: "an update has neither member: update-cannot-set-secret says so",
      yaml: `ClientId: abc\nGenerateSecret: true\nClientSecret: ${secret}`,
      also: ["update-cannot-set-secret"],
    },
  ],
  reject: [
    {
      why: "both",
      yaml: `GenerateSecret: ‹true›\nClientSecret: ${secret}\nClientName: a\n`,
      json: `{ "GenerateSecret": ‹true›, "ClientSecret": "${secret}", "ClientName": "a" }`,
      message: /one or the other/,
      severity: "error",
      fixes: [
        {
          title: "Remove GenerateSecret",
          safe: false,
          yaml: `ClientSecret: ${secret}\nClientName: a\n`,
          json: `{ "ClientSecret": "${secret}", "ClientName": "a" }`,
        },
        { title: "Remove ClientSecret", safe: false, yaml: "GenerateSecret: true\nClientName: a\n" },
      ],
    },
    { why: "a template is a secret for certain", yaml: "GenerateSecret: ‹true›\nClientSecret: '${CLIENT_SECRET}'\n" },
  ],
});

test("the secret is in no part of the finding", () => {
  const document = parseSpec(`GenerateSecret: true\nClientSecret: ${secret}\n`, "yaml");
  const finding = check(document, { settings: defaultSettings }).find(
    ({ rule }) => rule.id === "secret-generate-and-custom",
  );
  const fixes = document.units[0] && finding?.fixes?.();
  expect(fixes?.length).toBe(2);
  // `client` is the file itself: no output prints it.
  expect(JSON.stringify([{ ...finding, client: undefined }, fixes])).not.toContain(secret);
});
