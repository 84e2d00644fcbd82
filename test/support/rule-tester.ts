import { describe, expect, test } from "vitest";
import { parse as parseYaml, stringify as stringifyYaml } from "yaml";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import type { PoolFacts } from "../../server/src/engine/clients/pool-facts.ts";
import { applyEdits } from "../../server/src/engine/document/edit/edit.ts";
import { findMember, type SpecNode } from "../../server/src/engine/document/node.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import type { Finding } from "../../server/src/engine/lint/finding.ts";
import { rules } from "../../server/src/engine/lint/registry.ts";
import type { Preset, Report, Severity } from "../../server/src/engine/lint/rule.ts";
import { marked } from "./marks.ts";

export interface AcceptCase {
  /** Why the rule stays silent, with its source where the reference has one. */
  readonly why: string;
  readonly yaml: string;
  /** Default: the YAML's value as JSON. */
  readonly json?: string;
  readonly only?: "yaml" | "json";
  /** Other rules that rightly report an error here. */
  readonly also?: readonly string[];
  readonly facts?: PoolFacts;
  readonly preset?: Preset;
}

export interface RejectCase extends Omit<AcceptCase, "why"> {
  readonly why?: string;
  /** With ‹…› around every span that this rule must underline. `json` too, where given. */
  readonly yaml: string;
  readonly message?: RegExp | string;
  readonly severity?: Severity;
  /** `data` of the first finding. */
  readonly data?: Report["data"];
  /** The first finding's path, its steps joined by slashes. */
  readonly path?: string;
  /** What the first finding's related locations underline, without the quotes of JSON. */
  readonly related?: readonly string[];
  /** All fixes of the first finding, in order. */
  readonly fixes?: readonly ExpectedFix[];
}

export interface ExpectedFix {
  readonly title: string | RegExp;
  /** Whether fix-all may apply it unasked: only if it keeps what the author meant. */
  readonly safe: boolean;
  /** What the document is afterwards. */
  readonly yaml?: string;
  readonly json?: string;
}

/**
 * Runs a rule on documents in both syntaxes. Beyond what a case says it always demands: no other error (see `also`);
 * every fix parses, removes its finding, adds no error and changes nothing when its document is checked again.
 */
export function testRule(
  id: string,
  cases: { readonly accept: readonly AcceptCase[]; readonly reject: readonly RejectCase[] },
): void {
  describe(id, () => {
    const rule = ruleById(id);
    test("is registered", () => {
      expect(rule, `${id} is not registered: npm run generate`).toBeDefined();
    });
    if (!rule) return;
    test("has a test of its fixes, if it has fixes", () => {
      expect(cases.reject.some(({ fixes = [] }) => fixes.length > 0)).toBe(rule.fixable);
    });
    for (const accepted of cases.accept) {
      for (const [dialect, text] of texts(accepted)) {
        test(`accepts in ${dialect}: ${accepted.why}`, () => {
          const findings = run(text, dialect, accepted);
          expect(findings.filter((f) => f.rule.id === id).map(told)).toEqual([]);
          expect(otherErrors(findings, id, accepted).map(told)).toEqual([]);
        });
      }
    }
    cases.reject.forEach((rejected, index) => {
      for (const [dialect, text, exact] of texts(rejected)) {
        test(`reports in ${dialect}: ${rejected.why ?? rejected.message ?? index + 1}`, () =>
          rejects(id, rejected, dialect, text, exact));
      }
    });
  });
}

function rejects(id: string, rejected: RejectCase, dialect: Dialect, source: string, exact: boolean): void {
  const { text, spans } = marked(source);
  const findings = run(text, dialect, rejected);
  const mine = findings.filter((finding) => finding.rule.id === id);
  const level = ruleById(id)?.severity[rejected.preset ?? "strict"];
  const errors = mine.filter(({ severity }) => severity === "error");
  if (level !== "error")
    expect(errors.map(told), "no error where the rule's level is a lesser one: trials rely on it").toEqual([]);
  if (exact)
    expect(mine.map((f) => text.slice(f.span.start, f.span.end))).toEqual(spans.map((s) => text.slice(s.start, s.end)));
  if (exact) expect(mine.map((f) => f.span)).toEqual(spans);
  else expect(mine.length).toBe(marked(rejected.yaml).spans.length);
  expect(mine.length, "a rejected document has marks").toBeGreaterThan(0);
  if (rejected.message !== undefined) expect(mine[0]?.message).toMatch(rejected.message);
  if (rejected.severity !== undefined) expect(mine.map((f) => f.severity)).toEqual(mine.map(() => rejected.severity));
  if (rejected.data !== undefined) expect(mine[0]?.data).toEqual(rejected.data);
  if (rejected.path !== undefined) expect(mine[0]?.path.join("/")).toBe(rejected.path);
  if (rejected.related !== undefined)
    expect((mine[0]?.related ?? []).map(({ span }) => unquoted(text.slice(span.start, span.end)))).toEqual(
      rejected.related,
    );
  expect(otherErrors(findings, id, rejected).map(told), "one cause, one finding").toEqual([]);
  expect(mine.map((f) => f.path.join("/")).filter((_, i) => !leadsSomewhere(mine[i], text, dialect))).toEqual([]);
  for (const finding of mine) triesFixes(finding, text, dialect, rejected, findings);
  expectFixes(mine[0], text, dialect, rejected);
}

/** Whether the finding's path can be followed in the document; its last member may be the one that is missing. */
function leadsSomewhere(finding: Finding | undefined, text: string, dialect: Dialect): boolean {
  const document = parseSpec(text, dialect);
  const steps = [...(finding?.path ?? [])];
  const [first] = clientsIn(document);
  const client = first?.path.length === 0 ? first : clientsIn(document)[Number(steps.shift())];
  let node: SpecNode | undefined = client?.root;
  while (steps.length > 0) {
    const step = steps.shift();
    const next: SpecNode | undefined =
      typeof step === "number" ? itemOf(node, step) : findMember(node, step ?? "")?.value;
    if (next === undefined) return steps.length === 0 && step !== "" && node?.kind === "object";
    node = next;
  }
  return node !== undefined;
}

const unquoted = (text: string) => text.replace(/["']/g, "");

function itemOf(node: SpecNode | undefined, index: number): SpecNode | undefined {
  return node?.kind === "array" ? node.items[index] : undefined;
}

function expectFixes(finding: Finding | undefined, text: string, dialect: Dialect, rejected: RejectCase): void {
  if (!finding || !rejected.fixes) return;
  const fixes = finding.fixes?.() ?? [];
  expect(fixes.length, fixes.map((fix) => fix.title).join(" | ")).toBe(rejected.fixes.length);
  rejected.fixes.forEach((expected, index) => {
    const fix = fixes[index];
    if (typeof expected.title === "string") expect(fix?.title).toBe(expected.title);
    else expect(fix?.title).toMatch(expected.title);
    expect(fix?.safe, `${fix?.title} is ${fix?.safe ? "safe" : "a suggestion"}`).toBe(expected.safe);
    const after = dialect === "yaml" ? expected.yaml : expected.json;
    if (after !== undefined && fix) expect(applyEdits(text, fix.edits)).toBe(after);
  });
}

function triesFixes(
  finding: Finding,
  text: string,
  dialect: Dialect,
  options: AcceptOptions,
  before: readonly Finding[],
): void {
  expect(finding.rule.fixable || !finding.fixes, "a rule with fixes says so").toBe(true);
  for (const fix of finding.fixes?.() ?? []) {
    expect(fix.edits.length, fix.title).toBeGreaterThan(0);
    const fixed = applyEdits(text, fix.edits);
    const after = run(fixed, dialect, options);
    const label = `${fix.title}:\n${fixed}\n`;
    const same = (list: readonly Finding[]) => list.filter((f) => f.rule.id === finding.rule.id).length;
    expect(same(after), `${label}the finding is gone`).toBeLessThan(same(before));
    const errors = (list: readonly Finding[]) => list.filter((f) => f.severity === "error").map(told);
    expect(
      errors(after).filter((error) => !errors(before).includes(error)),
      `${label}no new error`,
    ).toEqual([]);
  }
}

type AcceptOptions = Pick<AcceptCase, "facts" | "preset" | "also">;

function run(text: string, dialect: Dialect, options: AcceptOptions): readonly Finding[] {
  const facts = options.facts && new Map([[options.facts.poolId, options.facts]]);
  return check(documentOf(text, dialect), { settings: { preset: options.preset ?? "strict", rules: {} }, facts });
}

/** Fixes edit the nodes that their rule saw, so a document is read once, as an editor does. */
function documentOf(text: string, dialect: Dialect): SpecDocument {
  const key = `${dialect} ${text}`;
  const document = documents.get(key) ?? parseSpec(text, dialect);
  documents.set(key, document);
  return document;
}
const documents = new Map<string, SpecDocument>();

/** Documents under test are often only the members that matter. */
function otherErrors(findings: readonly Finding[], id: string, { also = [] }: AcceptOptions): Finding[] {
  return findings.filter(
    (f) => f.severity === "error" && f.rule.id !== id && f.rule.id !== "required-property" && !also.includes(f.rule.id),
  );
}

function texts({ yaml, json, only }: AcceptCase | RejectCase): [Dialect, string, boolean][] {
  const both: [Dialect, string, boolean][] = [
    ["yaml", yaml, true],
    json === undefined ? ["jsonc", toJson(yaml), false] : ["jsonc", json, true],
  ];
  return both.filter(([dialect]) => only === undefined || (only === "yaml") === (dialect === "yaml"));
}

function toJson(yaml: string): string {
  return JSON.stringify(parseYaml(marked(yaml).text, { merge: true, logLevel: "silent" }) ?? {}, null, 2);
}

function told(finding: Finding): string {
  return `${finding.rule.id}: ${finding.message}`;
}

/** For tests that go over all rules. */
export const ruleById = (id: string) => rules.find((rule) => rule.id === id);
export { stringifyYaml };
