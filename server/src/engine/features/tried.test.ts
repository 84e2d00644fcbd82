import { describe, expect, test, vi } from "vitest";
import { templateAsJson } from "../../../../test/support/template-json.ts";
import { openNamed, reopen } from "../clients/open.ts";
import type { PoolFacts } from "../clients/pool-facts.ts";
import { parseSpec } from "../document/parse.ts";
import type { SpecDocument } from "../document/part.ts";
import { applyEdits } from "../document/text-edit.ts";
import { rules } from "../lint/registry.ts";
import { defaultSettings } from "../lint/settings.ts";
import { check } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { fileOf } from "./environments/check.ts";
import { findsSeveral } from "./finds-several.ts";
import { fixesAt } from "./fixes.ts";
import { refactoringsAt } from "./refactorings.ts";

/** How often a rule looks at an app client meanwhile. One that may find errors does so once in each check and each trial. */
function runsOf(id: string, run: () => unknown): number {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(id);
  const spy = vi.spyOn(rule, "check");
  try {
    run();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
const looks = (run: () => unknown) => runsOf("required-property", run);

/** The fault is one of a few letters; the name is what somebody types in. */
const member = (name: string) => ({
  UserPoolId: "eu-west-1_AbCdEf123",
  ClientName: name,
  PreventUserExistenceErrors: "ENxABLE",
});
const asYaml = (name: string) => Object.entries(member(name)).map(([key, value]) => `${key}: ${value}\n`);

const template = (names: readonly string[]) => `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
${names
  .map(
    (name) => `  ${name}:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      ClientName: ${name}
      PreventUserExistenceErrors: ENxABLE
`,
  )
  .join("")}`;

const forms: Record<string, { file: string; text: (names: readonly string[]) => string }> = {
  "JSON list": { file: "a.cognito-client.json", text: (names) => JSON.stringify(names.map(member), null, 2) },
  "YAML stream": {
    file: "a.cognito-client.yaml",
    text: (names) => names.map((name) => asYaml(name).join("")).join("---\n"),
  },
  "YAML list": {
    file: "a.cognito-client.yaml",
    text: (names) => names.map((name) => `- ${asYaml(name).join("  ")}`).join(""),
  },
  "template in YAML": { file: "template.yaml", text: template },
  "template in JSON": { file: "template.json", text: (names) => templateAsJson(template(names)) },
};
/** The items of a YAML list are read anew whenever one of them changes. */
const keeping = Object.keys(forms).filter((form) => form !== "YAML list");

const names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"];
const context = (): CheckContext => ({ settings: { ...defaultSettings } });

function opened(form: string, of: readonly string[] = names): SpecDocument {
  const { file, text } = forms[form] as (typeof forms)[string];
  const document = openNamed(text(of), file);
  if (!document) throw new Error(form);
  return document;
}

/** Fixes of the misspelt value of the app client of a name. */
function fixesOf(document: SpecDocument, name: string, known: CheckContext) {
  const at = document.text.indexOf("ENxABLE", document.text.search(new RegExp(`ClientName"?: "?${name}`))) + 2;
  return fixesAt(document, { start: at, end: at }, known);
}

/** The document after somebody has typed, and the diagnostics have been asked for. */
function typed(document: SpecDocument, before: string, after: string, known: CheckContext): SpecDocument {
  const at = document.text.search(new RegExp(`ClientName"?: "?${before}`));
  const text = document.text.slice(0, at) + document.text.slice(at).replace(before, after);
  const now = reopen(document, text);
  check(now, known);
  return now;
}

const fixed = (text: string, name: string) =>
  text.replace(new RegExp(`(ClientName"?: "?${name}[^]*?)ENxABLE`), "$1ENABLED");

const appNames = (count: number) => Array.from({ length: count }, (_, index) => `App${index}x`);

describe.each(Object.keys(forms))("in a %s", (form) => {
  test("what is offered stands where the app client has moved to", () => {
    const known = context();
    const before = opened(form);
    fixesOf(before, "Gamma", known);
    for (const [name, longer] of [
      ["Alpha", "AlphaAndMore"],
      ["Epsilon", "E"],
    ] as const) {
      const after = typed(before, name, longer, known);
      const [best] = fixesOf(after, "Gamma", known);
      expect(best?.title).toBe("Use ENABLED");
      expect(applyEdits(after.text, best?.edits ?? [])).toBe(fixed(after.text, "Gamma"));
    }
  });

  test("trying costs what the app client costs, however many there are", () => {
    const cost = (count: number) => {
      const known = context();
      const document = opened(form, appNames(count));
      check(document, known);
      return looks(() => expect(fixesOf(document, "App3x", known)).toHaveLength(2));
    };
    // Each of the two values once; an item of a YAML list is also read without the others.
    expect([cost(8), cost(80)]).toEqual(form === "YAML list" ? [3, 3] : [2, 2]);
  });

  test("asked again, nothing is tried", () => {
    const known = context();
    const document = opened(form);
    const first = fixesOf(document, "Gamma", known);
    expect(looks(() => expect(fixesOf(document, "Gamma", known)).toEqual(first))).toBe(0);
  });
});

describe.each(keeping)("in a %s", (form) => {
  test("what was tried for an app client is kept while somebody types in another", () => {
    const known = context();
    const before = opened(form);
    const first = fixesOf(before, "Gamma", known);
    const after = typed(typed(before, "Alpha", "AlphaAndMore", known), "Zeta", "Z", known);
    expect(
      looks(() =>
        expect(fixesOf(after, "Gamma", known).map(({ title }) => title)).toEqual(first.map(({ title }) => title)),
      ),
    ).toBe(0);
    expect(looks(() => fixesOf(after, "AlphaAndMore", known))).toBe(2);
  });

  const facts: PoolFacts = { poolId: "eu-west-1_Other", fetchedAt: "2026-01-01T00:00:00Z" };
  const environments = (id: string) =>
    fileOf(
      parseSpec(`environments: { dev: { pool: eu-west-1_Other } }\nclients: { a: { dev: { id: ${id} } } }\n`, "yaml"),
    );
  test.each<[string, CheckContext, CheckContext]>([
    ["settings", context(), context()],
    ["facts of pools", { ...context(), facts: new Map() }, { ...context(), facts: new Map([[facts.poolId, facts]]) }],
    [
      "links of the environments file",
      { ...context(), environments: { file: environments("a"), path: "b" } },
      { ...context(), environments: { file: environments("b"), path: "b" } },
    ],
    ["whether it exists", context(), { ...context(), exists: true }],
  ])("it is tried anew with other %s", (what, first, second) => {
    const [one, other] = what === "settings" ? [first, second] : [first, { ...second, settings: first.settings }];
    const document = opened(form);
    fixesOf(document, "Gamma", one);
    check(document, other);
    expect(looks(() => fixesOf(document, "Gamma", other))).toBe(2);
  });
});

test.each(["template in YAML", "template in JSON"])(
  "in a %s it is tried anew when what it refers to changes",
  (form) => {
    const known = context();
    const before = opened(form);
    fixesOf(before, "Gamma", known);
    const after = reopen(before, before.text.replace(/AWS::Cognito::UserPool\b(?!Client)/, "AWS::Cognito::UserPools"));
    check(after, known);
    expect(looks(() => fixesOf(after, "Gamma", known))).toBeGreaterThan(0);
  },
);

test("a JSON list with a syntax error in another item is tried as a whole, whenever it changes", () => {
  const known = context();
  const whole = opened("JSON list");
  const broken = reopen(whole, whole.text.replace('"Alpha",', '"Alpha"'));
  const [best] = fixesOf(broken, "Gamma", known);
  expect(applyEdits(broken.text, best?.edits ?? [])).toBe(fixed(broken.text, "Gamma"));
  const after = typed(broken, "Zeta", "Z", known);
  expect(looks(() => fixesOf(after, "Gamma", known))).toBeGreaterThan(0);
});

test.each([
  ["json", '{ "ClientId": "1example23456789", "EnableTokenRevocation": "true" }'],
  ["yaml", "ClientId: 1example23456789\nEnableTokenRevocation: 'true'\n"],
] as const)(
  "in %s no rule is run in a trial but those that may find errors, and the finding's own",
  (dialect, text) => {
    const runs = (id: string) => {
      const known = context();
      const document = parseSpec(text, dialect);
      check(document, known);
      const at = text.indexOf("true");
      return runsOf(id, () => expect(fixesAt(document, { start: at, end: at }, known)).toHaveLength(1));
    };
    const ids = ["wrong-type", "required-property", "token-revocation-disabled", "rotation-recommended"];
    expect(ids.map(runs)).toEqual([1, 1, 0, 0]);
  },
);

describe("refactorings", () => {
  test.each(["JSON list", "YAML stream", "YAML list"])(
    "in a %s cost what the app client costs, and are tried once",
    (form) => {
      const cost = (count: number) => {
        const known = context();
        const document = opened(form, appNames(count));
        check(document, known);
        const at = document.text.indexOf("UserPoolId", document.text.indexOf("App2x"));
        const ask = () => expect(refactoringsAt(document, at, known).length).toBeGreaterThan(1);
        return [looks(ask), looks(ask)];
      };
      const few = cost(8);
      expect(few[0]).toBeGreaterThan(0);
      expect(few[1]).toBe(0);
      expect(cost(80)).toEqual(few);
    },
  );
});

test.each(Object.keys(forms))("in a %s, whether a rule finds several things is known when it has found two", (form) => {
  const id = "prevent-user-existence-errors-enum";
  const known = context();
  const document = opened(form);
  const runs = looks(() => expect(findsSeveral(document, id, known)).toBe(true));
  // In a template what one says may be another's, too.
  if (!form.startsWith("template")) expect(runs).toBe(2);
  expect(looks(() => expect(findsSeveral(document, id, known)).toBe(true))).toBe(0);
  expect(findsSeveral(opened(form, ["Alpha"]), id, known)).toBe(false);
  expect(findsSeveral(document, id, { ...known, settings: { preset: "recommended", rules: { [id]: "off" } } })).toBe(
    false,
  );
});
