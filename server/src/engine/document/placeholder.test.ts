import { describe, expect, test } from "vitest";
import { check } from "../features/check.ts";
import { findMember } from "./node.ts";
import { parseSpec } from "./parse.ts";
import { isPlaceholder, isTemplate } from "./placeholder.ts";

test.each([
  "${STAGE}",
  "a-${self:provider.stage}",
  "{{ name }}",
  "https://{{host}}/cb",
  "%POOL_ID%",
  "https://%DATABASE_HOST%/cb",
  "#{Octopus.Name}",
  "#{POOL}#",
  "__POOL_ID__",
  "__pool_id__",
  "https://__HOST__/cb",
  "@@POOL@@",
  "((pool-id))",
  "$(POOL_ID)",
  "[[pool]]",
  "<%= pool %>",
  "$POOL_ID",
  "https://$HOST/cb",
  "<your-domain>",
  "https://<your-domain>/cb",
  "<Pool id>",
  "?",
])("%s is filled in later", (text) => expect(isTemplate(text)).toBe(true));

test.each([
  "web",
  "my__app__name",
  "100%",
  "https://a.example/?q=%C3%A9%20b",
  "https://a.example/%C3ABC%20",
  "https://a.example/?x=%24top%25",
  "a$b",
  "https://a.example/?$top=1",
  "https://a.example/#/cb",
  "f(x)",
  "((",
  "[[",
  "{{",
  "${",
  "<%",
  "a < b",
  "a@@b",
  "50% of 100% of all",
  "{id}",
  "ClientName #{",
  "__init",
  "what?",
])("%s stands for itself", (text) => expect(isTemplate(text)).toBe(false));

test("what a person has still to write is told apart from what a tool fills in", () => {
  for (const text of ["$NAME", "<name>", "https://<your-domain>/cb", "?"]) expect(isPlaceholder(text)).toBe(true);
  for (const text of ["${NAME}", "{{ name }}", "https://$HOST/cb", "__NAME__"]) expect(isPlaceholder(text)).toBe(false);
});

describe("a template engine's tags are no syntax errors", () => {
  const quiet = { preset: "recommended", rules: {} } as const;
  const errors = (text: string, dialect: "yaml" | "json") =>
    check(parseSpec(text, dialect), { settings: quiet })
      .filter(({ severity }) => severity === "error")
      .map(({ rule, message }) => `${rule.id}: ${message}`);

  test.each([
    ["yaml", "UserPoolId: {{ pool }}\n{% if prod %}\nClientName: {{ name }}-web\n{% endif %}\n"],
    [
      "yaml",
      "UserPoolId: {{ .Values.pool }}\nClientName: web\nLogoutURLs:\n  {{- range .urls }}\n  - {{ . }}\n  {{- end }}\n",
    ],
    ["yaml", "UserPoolId: @@POOL@@\nClientName: <%= name %>\n"],
    ["yaml", "UserPoolId: x_1\nClientName: a\n{{ key }}: true\n"],
    ["json", '{"UserPoolId": {{ pool }}, "ClientName": "{{ name }}-web", "GenerateSecret": {{ secret }}}'],
    ["json", '{\n  {% if prod %}\n  "UserPoolId": "{{ pool }}",\n  {% endif %}\n  "ClientName": "a \\" {{ b }}"\n}'],
  ] as const)("in %s: %s", (dialect, text) => expect(errors(text, dialect)).toEqual([]));

  test("what stands beside them is still checked", () => {
    expect(errors("UserPoolId: {{ pool }}\nClientName: a\nGenerateSecrt: true\n", "yaml")).toHaveLength(1);
    expect(errors('{"UserPoolId": {{ pool }}, "ClientName": "a/b"}', "json")).toHaveLength(1);
  });
});

test.each([
  ["yaml", "CallbackURLs: ['https://{{resolve:ssm:/host}}/cb']\n"],
  ["yaml", 'CallbackURLs: ["https://{{resolve:ssm:/host}}/cb"]\n'],
  ["yaml", "CallbackURLs:\n  - https://{{resolve:ssm:/host}}/cb\n"],
  ["json", '{"CallbackURLs": ["https://{{resolve:ssm:/host}}/cb"]}'],
] as const)("the words around a tag are known without their quotes, in %s: %s", (dialect, text) => {
  const root = parseSpec(text, dialect).units[0]?.part.root;
  const list = findMember(root, "CallbackURLs")?.value;
  expect(list?.kind === "array" && list.items[0]).toMatchObject({
    kind: "unknown",
    text: "https://{{resolve:ssm:/host}}/cb",
  });
});
