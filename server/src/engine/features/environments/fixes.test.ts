import { describe, expect, test } from "vitest";
import { marked } from "../../../../../test/support/marks.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Dialect } from "../../document/part.ts";
import { applyEdits } from "../../document/text-edit.ts";
import { defaultSettings } from "../../lint/settings.ts";
import { checkEnvironments } from "./check.ts";
import { environmentsFixesAt } from "./fixes.ts";

const web = `UserPoolId: eu-west-1_AbCdEfGhI
ClientName: web
ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid]
CallbackURLs: [https://app.example.org/callback]
SupportedIdentityProviders: [COGNITO]
`;
const apis = `${web.replace("web", "orders")}---\n${web.replace("web", "bills")}`;
const specs = new Map([
  ["web.yaml", parseSpec(web, "yaml")],
  ["apis.yaml", parseSpec(apis, "yaml")],
]);

/** Titles of the fixes of the marked place, and what the one of a title makes of the file; it has no errors then. */
function fixesAt(source: string, dialect: Dialect = "yaml") {
  const { text, spans } = marked(source);
  const document = parseSpec(text, dialect);
  const context = { settings: defaultSettings, specs };
  const offered = environmentsFixesAt(document, spans[0] ?? { start: 0, end: 0 }, context);
  return {
    titles: offered.map(({ title }) => title),
    apply(title: string): string {
      const fix = offered.find((each) => each.title === title);
      if (!fix) throw new Error(`not offered: ${title}`);
      const after = applyEdits(text, fix.edits);
      const errors = checkEnvironments(parseSpec(after, dialect), specs, context).filter(
        ({ severity }) => severity === "error",
      );
      expect(errors.map(({ rule, message }) => [rule.id, message])).toEqual([]);
      return after;
    },
  };
}

/** Each: title, before (its finding marked), after. */
const table: readonly (readonly [title: string, before: string, after: string, dialect?: Dialect])[] = [
  [
    'Use "111122223333"',
    "environments:\n  dev: { account: ‹111122223333› } # us\n",
    'environments:\n  dev: { account: "111122223333" } # us\n',
  ],
  [
    'Use "012345678901"',
    "environments:\n  dev: { account: ‹012345678901› }\n",
    'environments:\n  dev: { account: "012345678901" }\n',
  ],
  [
    'Use "111122223333"',
    "environments:\n  dev: { account: ‹'1111-2222-3333'› }\n",
    "environments:\n  dev: { account: '111122223333' }\n",
  ],
  [
    'Use "111122223333"',
    '{"environments": {"dev": {"account": ‹111122223333›}}}',
    '{"environments": {"dev": {"account": "111122223333"}}}',
    "json",
  ],
  [
    "Change to prod",
    "environments: { dev: {}, prod: {} }\nclients:\n  web.yaml:\n    ‹prd›: { id: 1 } # live\n".replace("1 }", "abc }"),
    "environments: { dev: {}, prod: {} }\nclients:\n  web.yaml:\n    prod: { id: abc } # live\n",
  ],
  [
    "Change to prod",
    '{"environments": {"prod": {}}, "clients": {"web.yaml": {‹"prd"›: {"id": "abc"}}}}',
    '{"environments": {"prod": {}}, "clients": {"web.yaml": {"prod": {"id": "abc"}}}}',
    "json",
  ],
  [
    "Add stage to environments",
    "environments:\n  dev: {}\nclients:\n  web.yaml:\n    ‹stage›: { id: abc }\n",
    "environments:\n  dev: {}\n  stage: {}\nclients:\n  web.yaml:\n    stage: { id: abc }\n",
  ],
  [
    "Change to apis.yaml#orders",
    "environments: { dev: {} }\nclients:\n  # all\n  ‹apis.yaml#ordrs›: { dev: { id: abc } }\n",
    "environments: { dev: {} }\nclients:\n  # all\n  apis.yaml#orders: { dev: { id: abc } }\n",
  ],
  [
    "Change to apis.yaml#bills",
    '{"environments": {"dev": {}}, "clients": {‹"apis.yaml"›: {"dev": {"id": "abc"}}}}',
    '{"environments": {"dev": {}}, "clients": {"apis.yaml#bills": {"dev": {"id": "abc"}}}}',
    "json",
  ],
];

test.each(table.map(([title, before, after, dialect = "yaml"]) => ({ title, before, after, dialect })))(
  "$title: $before",
  ({ title, before, after, dialect }) => expect(fixesAt(before, dialect).apply(title)).toBe(after),
);

test("the app client that is spelt most alike comes first", () =>
  expect(fixesAt("environments: { dev: {} }\nclients:\n  ‹apis.yaml#bils›: { dev: { id: abc } }\n").titles).toEqual([
    "Change to apis.yaml#bills",
    "Change to apis.yaml#orders",
  ]));

test.each([
  ["digits that are missing", "environments: { dev: { account: ‹12345678901› } }\n"],
  ["no account at all", "environments: { dev: { account: ‹mine› } }\n"],
  ["a name that is there already", "environments: { dev: {} }\nclients:\n  web.yaml: { dev: {}, ‹dve›: {} }\n"],
])("nothing is made up for %s", (_, source) => {
  expect(fixesAt(source).titles.filter((title) => !title.startsWith("Add"))).toEqual([]);
});

describe("what a rule would do to the request is done to set", () => {
  const yaml = (set: string) =>
    `environments: { dev: {} }\nclients:\n  web.yaml:\n    dev:\n      id: abc\n      set:\n${set}`;
  const json = (set: string) =>
    `{"environments": {"dev": {}}, "clients": {"web.yaml": {"dev": {"id": "abc", "set": ${set}}}}}`;

  test.each([
    ["yaml", yaml("        AllowedOAuthFlows: [‹codee›] # ours\n"), yaml("        AllowedOAuthFlows: [code] # ours\n")],
    ["json", json('{"AllowedOAuthFlows": ["‹codee›"]}'), json('{"AllowedOAuthFlows": ["code"]}')],
  ] as const)("a value (%s)", (dialect, before, after) => {
    const fixes = fixesAt(before, dialect);
    expect(fixes.apply(fixes.titles[0] ?? "")).toBe(after);
  });

  test.each([
    ["yaml", yaml("        # why\n        ‹CallbackUrls›: [https://dev.example.org/cb]\n")],
    ["json", json('{"‹CallbackUrls›": ["https://dev.example.org/cb"]}')],
  ] as const)("a name that is not the request's is never written into set anew (%s)", (dialect, before) => {
    for (const title of fixesAt(before, dialect).titles)
      expect(fixesAt(before, dialect).apply(title)).not.toContain("CallbackUrls");
  });

  test("a member that only set has goes out of it; what the spec has is said otherwise", () => {
    const elsewhere = "https://elsewhere.example.org/";
    const fixes = fixesAt(
      yaml(`        DefaultRedirectURI: ‹${elsewhere}›\n        # the name\n        ClientName: web-dev\n`),
    );
    expect(fixes.apply("Remove DefaultRedirectURI")).toBe(yaml("        # the name\n        ClientName: web-dev\n"));
    expect(fixes.apply(`Add ${elsewhere} to CallbackURLs`)).toContain(
      `        CallbackURLs:\n          - https://app.example.org/callback\n          - ${elsewhere}\n`,
    );
  });

  test.each([
    ["yaml", yaml("        RefreshTokenRotation: { Feature: ‹ENABLED› } # since May\n")],
    ["json", json('{"RefreshTokenRotation": {"Feature": ‹"ENABLED"›}}')],
  ] as const)("where the spec has the other half, set says it for this environment (%s)", (dialect, source) => {
    const after = fixesAt(source, dialect).apply("Remove ALLOW_REFRESH_TOKEN_AUTH");
    expect(after).toMatch(/"?ExplicitAuthFlows"?:\s+[-[] ?"?ALLOW_USER_SRP_AUTH"?[\]\n]/);
    if (dialect === "yaml") expect(after).toContain("# since May");
  });

  test("nothing is offered for what set must not hold", () =>
    expect(fixesAt(yaml("        ‹ClientSecret›: x\n")).titles).toEqual([]));
});
