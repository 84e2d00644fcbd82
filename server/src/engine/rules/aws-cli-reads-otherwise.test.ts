import { describe, expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { openNamed } from "../clients/open.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

const id = "aws-cli-reads-otherwise";
const quotes = (yaml: string) => [{ title: "Put it in quotes", safe: true, yaml }];

// What ruamel.yaml makes of each text was tried with it.
testRule(id, {
  accept: [
    {
      why: "quotes make it text",
      yaml: "ClientName: '2024-01-01'\nAnalyticsConfiguration: { ExternalId: \"1_000\" }",
      also: ["analytics-alternatives"],
    },
    { why: "YAML 1.2 has no minutes of 60 seconds", yaml: "ClientName: 12:30", also: ["client-name-format"] },
    { why: "not the shape of a date", yaml: "ClientName: 2024-1-1" },
    { why: "a date with something behind it", yaml: "ClientName: web 2024-01-01" },
    { why: "an underscore in front is no digit", yaml: "ClientName: _1" },
    { why: "no binary digit", yaml: "ClientName: 0b2" },
    { why: "a tag says that it is text", yaml: "ClientName: !!str 2024-01-01", only: "yaml" },
    { why: "a block is text", yaml: "ClientName: |-\n  2024-01-01", only: "yaml" },
    { why: "what is no member is unknown-property's", yaml: "Name: 2024-01-01", also: ["unknown-property"] },
    { why: "tabs within brackets", yaml: "AllowedOAuthScopes: [\topenid,\temail\t]", only: "yaml" },
    { why: "tabs within quotes", yaml: 'ClientName: "a\tb"', only: "yaml", also: ["client-name-format"] },
    { why: "tabs within a comment", yaml: "# a\tb\t\nClientName: web #\tc\t", only: "yaml" },
    { why: "tabs within a block", yaml: "ClientName: |-\n  a\tb\n", only: "yaml", also: ["client-name-format"] },
    { why: "JSON takes tabs", yaml: "ClientName: web", json: '{\t"ClientName":\t"web"\t}\t', only: "json" },
    {
      why: "nothing wrapped is for the AWS CLI",
      yaml: "UserPoolClient:\n  ClientName: 2024-01-01\t",
      also: ["unknown-property"],
    },
    {
      why: "CloudFormation reads it",
      yaml: "Type: AWS::Cognito::UserPoolClient\nProperties:\n  ClientName: 2024-01-01\t",
      also: ["foreign-document"],
    },
  ],
  reject: [
    {
      yaml: "ClientName: ‹2024-01-01›",
      only: "yaml",
      severity: "hint",
      message: "The AWS CLI reads a date here and refuses it, since ClientName is text. Put it in quotes.",
      data: { kind: "date" },
      path: "ClientName",
      fixes: quotes('ClientName: "2024-01-01"'),
    },
    {
      yaml: "ClientName: ‹2024-1-1 12:30:00›",
      only: "yaml",
      data: { kind: "date" },
      also: ["client-name-format"],
      fixes: quotes('ClientName: "2024-1-1 12:30:00"'),
    },
    ...["1_000", "0b11", "-0x1E", "-_1", "-0o7", "1_0.5", "1_0e3", "0x1_F"].map((text) => ({
      yaml: `UserPoolId: 'eu-west-1_Ab1'\nClientName: ‹${text}›`,
      only: "yaml" as const,
      data: { kind: "number" },
      fixes: quotes(`UserPoolId: 'eu-west-1_Ab1'\nClientName: '${text}'`),
    })),
    {
      why: "a member of a nested object",
      yaml: "AnalyticsConfiguration:\n  ExternalId: ‹1_000› # ours",
      only: "yaml",
      path: "AnalyticsConfiguration/ExternalId",
      also: ["analytics-alternatives"],
      fixes: quotes('AnalyticsConfiguration:\n  ExternalId: "1_000" # ours'),
    },
    {
      why: "items of a list",
      yaml: "ReadAttributes: [email, ‹0b11›]\nSupportedIdentityProviders:\n  - ‹2024-01-01›\n  - COGNITO",
      only: "yaml",
      path: "ReadAttributes/1",
      message: /since an item of ReadAttributes is text/,
      also: ["read-attribute-not-found"],
      fixes: quotes('ReadAttributes: [email, "0b11"]\nSupportedIdentityProviders:\n  - 2024-01-01\n  - COGNITO'),
    },
    ...[
      ["behind a colon", "ClientName:‹\t›web"],
      ["behind a hyphen", "CallbackURLs:\n  -‹\t›https://a.example.com"],
      ["before a comment", "ClientName: web ‹\t›# the shop"],
      ["on a blank line", "ClientName: web\n ‹\t\t›\nGenerateSecret: false"],
      ["at a line's end", "ClientName: web‹\t›\nGenerateSecret: false"],
      ["at the end of a line of brackets", "ReadAttributes: [email]‹\t›\nClientName: web"],
      ["with CRLF", "ClientName: web‹\t›\r\nGenerateSecret: false\r\n"],
    ].map(([why = "", yaml = ""]) => ({
      why,
      yaml,
      only: "yaml" as const,
      severity: "hint" as const,
      message: "Here stands a tab, with which the AWS CLI takes the file for invalid YAML. Write a space instead.",
      fixes: [{ title: "Write a space", safe: true, yaml: yaml.replace(/[‹›]/g, "").replaceAll("\t", " ") }],
    })),
    {
      why: "one finding for each app client of a list",
      yaml: "- ClientName: a‹\t›\n- ClientName: b # b\n  GenerateSecret:‹\t›false\n",
      only: "yaml",
      fixes: [
        {
          title: "Write a space",
          safe: true,
          yaml: "- ClientName: a \n- ClientName: b # b\n  GenerateSecret:\tfalse\n",
        },
      ],
    },
    {
      why: "one finding for all",
      yaml: "ClientName:‹\t›web\t# [x\nReadAttributes: [\temail ]\n\nGenerateSecret:\tfalse\t",
      only: "yaml",
      data: { tabs: 4 },
      fixes: [
        {
          title: "Write spaces for the tabs",
          safe: true,
          yaml: "ClientName: web # [x\nReadAttributes: [\temail ]\n\nGenerateSecret: false ",
        },
      ],
    },
  ],
});

function found(text: string, dialect: Dialect, previous?: string) {
  const before = previous === undefined ? undefined : parseSpec(previous, dialect);
  return check(parseSpec(text, dialect, before), { settings: { preset: "recommended", rules: {} } }).filter(
    ({ rule }) => rule.id === id,
  );
}

describe("a byte order mark before JSON", () => {
  const text = '{ "ClientName": "web", "ReadAttributes": ["email"] }';

  test("is told once, where the first app client begins, and has no fix", () => {
    for (const source of [`\uFEFF${text}`, `\uFEFF\n[${text}, ${text}]`]) {
      const [finding, ...rest] = found(source, "json");
      expect(rest).toEqual([]);
      expect(finding).toMatchObject({ severity: "hint", path: source.includes("[{") ? [0] : [] });
      expect(source.slice(finding?.span.start, finding?.span.end)).toBe("{");
      expect(finding?.message).toMatch(/^The file begins with a byte order mark/);
      expect(finding?.fixes?.() ?? []).toEqual([]);
    }
  });

  test("is nothing to .jsonc, which the AWS CLI does not read, nor to YAML, of which it takes one", () => {
    expect(found(`\uFEFF${text}`, "jsonc")).toEqual([]);
    expect(found(`\uFEFF${text}`, "yaml")).toEqual([]);
  });

  test.each([
    ["a single app client", (each: string) => each],
    ["a list", (each: string) => `[${[each, each, each, text, each].join(", ")}]`],
  ])("is told as it comes and goes while the file is edited: %s", (_, file) => {
    const [before, after] = [file(text), file(text.replace('"email"', '"email", "name"'))];
    for (const previous of [before, `\uFEFF${before}`]) {
      expect(found(`\uFEFF${after}`, "json", previous)).toHaveLength(1);
      expect(found(`\uFEFF${before}`, "json", previous)).toHaveLength(1);
      expect(found(after, "json", previous)).toEqual([]);
      // A space where the mark was.
      expect(found(` ${before}`, "json", previous)).toEqual([]);
    }
  });
});

test("nothing is said of a template, which the AWS CLI does not read so", () => {
  const template =
    "Resources:\n  C:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      ClientName:\t2024-01-01\n      GenerateSecret: maybe\n";
  const document = openNamed(template, "t.yaml");
  const ids = document && check(document, { settings: { preset: "strict", rules: {} } }).map(({ rule }) => rule.id);
  expect(ids).toContain("wrong-type");
  expect(ids).not.toContain(id);
});
