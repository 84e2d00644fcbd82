import { describe, expect, test } from "vitest";
import { applyEdits } from "../../document/edit/edit.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Dialect } from "../../document/part.ts";
import { fileOf } from "./check.ts";
import { accountEdits, linkEdits, newEnvironmentsText, unlinkEdits } from "./link.ts";

const link = { key: "web.cognito-client.yaml", environment: "dev", id: "1example23456789" };
const written = (text: string, dialect: Dialect = "yaml") => {
  const edits = linkEdits(parseSpec(text, dialect), link);
  return edits && applyEdits(text, edits);
};

describe("a link is written beside what is there", () => {
  test.each<[string, string, string]>([
    [
      "no clients yet",
      "# targets\nenvironments:\n  dev: { pool: eu-west-1_AbC } # mine\n",
      "# targets\nenvironments:\n  dev: { pool: eu-west-1_AbC } # mine\nclients:\n  web.cognito-client.yaml:\n    dev:\n      id: 1example23456789\n",
    ],
    [
      "another spec",
      "environments: { dev: {} }\nclients:\n  # the old one\n  a.yaml:\n    dev: { id: x }\n",
      "environments: { dev: {} }\nclients:\n  # the old one\n  a.yaml:\n    dev: { id: x }\n  web.cognito-client.yaml:\n    dev:\n      id: 1example23456789\n",
    ],
    [
      "another environment",
      "clients:\n  web.cognito-client.yaml:\n    prod:\n      id: x # live\n",
      "clients:\n  web.cognito-client.yaml:\n    prod:\n      id: x # live\n    dev:\n      id: 1example23456789\n",
    ],
    [
      "another id, with a patch that stays",
      "clients:\n  web.cognito-client.yaml:\n    dev: { id: old, set: { ClientName: d } } # why\n",
      "clients:\n  web.cognito-client.yaml:\n    dev: { id: 1example23456789, set: { ClientName: d } } # why\n",
    ],
    ["an empty clients", "clients:\n", "clients:\n  web.cognito-client.yaml:\n    dev:\n      id: 1example23456789\n"],
  ])("%s", (_, before, after) => expect(written(before)).toBe(after));

  test("in JSON with comments", () => {
    const before =
      '{\n  // targets\n  "environments": { "dev": {} },\n  "clients": {\n    "a.json": { "dev": { "id": "x" } }\n  }\n}\n';
    const after = written(before, "jsonc") ?? "";
    expect(after).toContain("// targets");
    expect(fileOf(parseSpec(after, "jsonc")).specs.map(({ key, links }) => [key, links[0]?.id])).toEqual([
      ["a.json", "x"],
      [link.key, link.id],
    ]);
  });

  test("the same link is no edit", () => {
    expect(linkEdits(parseSpec(`clients: { ${link.key}: { dev: { id: ${link.id} } } }`, "yaml"), link)).toEqual([]);
  });

  test.each([["- a\n"], ["clients: [a]\n"], ["clients: {a: \n"], [""]])("%j cannot be edited", (text) => {
    expect(linkEdits(parseSpec(text, "yaml"), link)).toBeUndefined();
  });
});

test.each<[string, string | undefined, Dialect]>([
  [
    "environments:\n  dev:\n    pool: eu-west-1_AbC # mine\n",
    'environments:\n  dev:\n    pool: eu-west-1_AbC # mine\n    account: "011122223333"\n',
    "yaml",
  ],
  ["environments: { dev: {} }\n", 'environments: { dev: { account: "011122223333" } }\n', "yaml"],
  [
    '{"environments": {"dev": {"pool": "x"}}}',
    '{"environments": {"dev": {"pool": "x", "account": "011122223333"}}}',
    "json",
  ],
  ['environments: { dev: { account: "999922223333" } }\n', undefined, "yaml"],
  ["environments: { prod: {} }\n", undefined, "yaml"],
])("an account is written down where there is none: %j", (before, after, dialect) => {
  const edits = accountEdits(parseSpec(before, dialect), "dev", "011122223333");
  expect(edits && applyEdits(before, edits)).toBe(after);
});

describe("a link is taken out", () => {
  const without = (text: string, dialect: Dialect = "yaml") => {
    const edits = unlinkEdits(parseSpec(text, dialect), link);
    return edits && applyEdits(text, edits);
  };
  test.each<[string, string, string, Dialect]>([
    [
      "in YAML, with what it sets and every comment kept",
      `clients:\n  ${link.key}: # web\n    dev:\n      id: ${link.id} # live\n      set: { ClientName: d }\n    prod: { id: x }\n`,
      `clients:\n  ${link.key}: # web\n    dev:\n      # live\n      set: { ClientName: d }\n    prod: { id: x }\n`,
      "yaml",
    ],
    [
      "in JSON",
      `{"clients": {"${link.key}": {"dev": {"id": "${link.id}"}, "prod": {"id": "x"}}}}`,
      `{"clients": {"${link.key}": {"dev": {}, "prod": {"id": "x"}}}}`,
      "json",
    ],
  ])("%s", (_, before, after, dialect) => {
    expect(without(before, dialect)).toBe(after);
    expect(
      fileOf(parseSpec(after, dialect)).problems.filter(({ rule }) => rule !== "environments-unknown-environment"),
    ).toEqual([]);
  });

  test.each([
    ["another id", `clients: { ${link.key}: { dev: { id: other } } }\n`],
    ["none", `clients: { ${link.key}: { dev: {} } }\n`],
    ["another environment", `clients: { ${link.key}: { prod: { id: ${link.id} } } }\n`],
    ["no file of the kind", "[]\n"],
  ])("%s stands there: nothing to take out", (_, text) => expect(without(text)).toBeUndefined());
});

test("a new file is read as it was meant, whatever AWS and people chose as names", () => {
  const key = "it's: 1/c.yaml#my [client] # x";
  const text = newEnvironmentsText({ ...link, key, id: "123456" }, { account: "011122223333", pool: "eu-west-1_AbC" });
  const file = fileOf(parseSpec(text, "yaml"));
  expect(file.problems).toEqual([]);
  expect(file.environments.get("dev")).toMatchObject({ account: "011122223333", pool: "eu-west-1_AbC" });
  expect(file.specs.map((spec) => [spec.key, spec.links[0]?.id])).toEqual([[key, "123456"]]);
});
