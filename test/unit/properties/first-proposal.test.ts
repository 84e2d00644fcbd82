import { describe, expect, test } from "vitest";
import { clientsIn } from "../../../server/src/engine/clients/clients-in.ts";
import { emit, type PlainValue } from "../../../server/src/engine/document/edit/emit.ts";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Syntax } from "../../../server/src/engine/document/part.ts";
import { plainOf } from "../../../server/src/engine/document/plain.ts";
import { check } from "../../../server/src/engine/features/check.ts";
import { defaultSettings } from "../../../server/src/engine/lint/settings.ts";
import { specOf } from "../../../server/src/engine/reading/spec.ts";
import { offeredAt } from "../../support/complete.ts";
import { writtenFiles } from "./files.ts";

/**
 * Enter takes the first proposal, so it may never be one that a rule then objects to: for every member, every item and
 * every place for a name in the corpus, the document after it has no error or warning that it would not have without.
 */
type Data = { readonly [name: string]: PlainValue };
type Step = string | number;

const HOLE = "the_hole";

/** Rules that ask for more beside a value, not for another one: they speak of what is still to be written. */
const asksForMore: ReadonlySet<string> = new Set([
  "callback-required-for-redirect-flows",
  "client-credentials-requires-secret",
  "no-identity-provider",
  "oauth-flows-and-scopes-required",
  "oauth-settings-without-flag",
  "openid-scope-missing",
  "unit-without-value",
]);

const definitions = writtenFiles()
  // The starters are there in both syntaxes, and each definition is tried in both anyway.
  .filter(({ path }) => !path.endsWith(" in json"))
  .flatMap(({ path, text, dialect }) =>
    clientsIn(parseSpec(text, dialect)).flatMap((client, index) => {
      const spec = specOf(client);
      const data = spec.path.length === 0 && spec.problems.length === 0 ? plainOf(client.root) : undefined;
      return isObject(data) ? [{ name: `${path}, no. ${index + 1}`, data }] : [];
    }),
  );

describe.each(["json", "yaml"] as const)("in %s", (syntax) => {
  test.each(definitions)("the first value brings no new finding: $name", ({ data }) => {
    const found = places(data).flatMap((path) => objection(data, path, syntax));
    expect(found).toEqual([]);
  });

  test.each(definitions)("the first name brings no new finding: $name", ({ data }) => {
    const places = Array.from({ length: Object.keys(data).length + 1 }, (_, index) => index);
    expect(places.flatMap((index) => nameObjection(data, index, syntax))).toEqual([]);
  });
});

/** Every value and every item, and behind the last item of every list. */
function places(value: PlainValue, path: readonly Step[] = []): Step[][] {
  if (Array.isArray(value)) return [...value.keys(), value.length].map((index) => [...path, index]);
  if (!isObject(value)) return [[...path]];
  return Object.entries(value).flatMap(([name, member]) => [
    ...(Array.isArray(member) || !isObject(member) ? [[...path, name]] : []),
    ...(typeof member === "object" ? places(member, [...path, name]) : []),
  ]);
}

function objection(data: Data, path: readonly Step[], syntax: Syntax): string[] {
  const text = emit(withAt(data, path, HOLE), syntax);
  const source = text.replace(syntax === "json" ? `"${HOLE}"` : HOLE, "|");
  const offered = offeredAt(source, syntax);
  const [first] = offered.labels;
  if (first === undefined) return [];
  const after = offered.accept(first).replace("|", "");
  // What the author's own file says of another member, because of the same value, is not for the value to mend.
  const own = first === String(valueAt(data, path)) ? findings(emit(data, syntax), syntax) : [];
  const elsewhere = own.filter((finding) => !finding.endsWith(`at ${told(path.slice(0, 1))}`));
  return newFindings(emit(withAt(data, path, undefined), syntax), after, syntax)
    .filter((finding) => !elsewhere.includes(finding))
    .map((finding) => `${told(path)}: ${first} → ${finding}`);
}

function nameObjection(data: Data, index: number, syntax: Syntax): string[] {
  const entries = Object.entries(data);
  const text = emit(Object.fromEntries([...entries.slice(0, index), [HOLE, 0], ...entries.slice(index)]), syntax);
  const source = text.replace(syntax === "json" ? `"${HOLE}": 0` : `${HOLE}: 0`, "|");
  const offered = offeredAt(source, syntax);
  const first = offered.items.find(({ kind }) => kind === "member")?.label;
  if (first === undefined) return [];
  const after = offered.accept(first).replace("|", "");
  // What is still to be typed between quotes or behind the colon is no proposal.
  return newFindings(emit(data, syntax), after, syntax)
    .filter((finding) => !finding.includes(` at /${first}`) || !isEmptyAt(after, syntax, first))
    .map((finding) => `${first} → ${finding}`);
}

function isEmptyAt(text: string, syntax: Syntax, name: string): boolean {
  const data = plainOf(parseSpec(text, syntax).units[0]?.part.root);
  const value = isObject(data) ? data[name] : undefined;
  const inner = isObject(value) ? Object.values(value)[0] : Array.isArray(value) ? value[0] : value;
  return inner === "" || inner === null;
}

function newFindings(before: string, after: string, syntax: Syntax): string[] {
  const known = new Set(findings(before, syntax));
  return findings(after, syntax).filter((finding) => !known.has(finding));
}

function findings(text: string, syntax: Syntax): string[] {
  return check(parseSpec(text, syntax), { settings: defaultSettings })
    .filter(({ severity, rule }) => (severity === "error" || severity === "warning") && !asksForMore.has(rule.id))
    .map(({ rule, path }) => `${rule.id} at ${told(path.filter((step) => typeof step === "string"))}`);
}

/** The data with the value at the path replaced, put in behind a list's end, or (`undefined`) left out. */
function withAt(value: PlainValue, [step, ...rest]: readonly Step[], put: PlainValue | undefined): PlainValue {
  if (step === undefined) return put ?? null;
  if (Array.isArray(value)) {
    const filling = put === undefined ? [] : [put];
    return [...value.slice(0, Number(step)), ...filling, ...value.slice(Number(step) + 1)];
  }
  const entries = Object.entries(value as Data).flatMap(([name, member]): [string, PlainValue][] => {
    if (name !== step) return [[name, member]];
    if (rest.length > 0) return [[name, withAt(member, rest, put)]];
    return put === undefined ? [] : [[name, put]];
  });
  return Object.fromEntries(entries);
}

function valueAt(data: PlainValue, path: readonly Step[]): PlainValue | undefined {
  return path.reduce<PlainValue | undefined>((value, step) => (value as Data | undefined)?.[step], data);
}

function isObject(value: PlainValue | undefined): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const told = (path: readonly Step[]) => `/${path.join("/")}`;
