import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../../server/src/engine/document/edit/edit.ts";
import type { SpecNode } from "../../../server/src/engine/document/node.ts";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../../server/src/engine/document/part.ts";
import { fixesAt, type OfferedFix } from "../../../server/src/engine/features/fixes.ts";
import { tapeOf, writeJson, writeYaml } from "../../support/random-spec.ts";
import { chooseSpec } from "../../support/random-values.ts";
import { writtenFiles } from "./files.ts";
import { runs, tape } from "./tape.ts";

const settings = { preset: "strict", rules: {} } as const;

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: string;
}

function* leavesOf(node: SpecNode | undefined, path: readonly (string | number)[]): Generator<Leaf> {
  if (node?.kind === "scalar" && node.value !== null) yield { path, value: String(node.value) };
  if (node?.kind === "unknown" && node.text !== undefined) yield { path, value: node.text };
  if (node?.kind === "array") for (const [index, item] of node.items.entries()) yield* leavesOf(item, [...path, index]);
  if (node?.kind === "object") for (const { key, value } of node.members) yield* leavesOf(value, [...path, key]);
}

/** Paths count from the file's root, as findings' do. */
function leaves(document: SpecDocument): Leaf[] {
  const isSingle = document.container === "single";
  return document.units.flatMap(({ part }, index) => [...leavesOf(part.root, isSingle ? [] : [index])]);
}

/** What is there no more, a value as often as it is missing. */
function lost(before: readonly Leaf[], after: readonly Leaf[]): Leaf[] {
  const left = new Map<string, number>();
  for (const { value } of after) left.set(value, (left.get(value) ?? 0) + 1);
  return before.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

/**
 * Whether a fix says that this value may go: it is what the finding is about, or stands for the same; or the title or the message
 * names it, or a member that it stands in.
 */
function isNamed({ path, value }: Leaf, { finding, title }: OfferedFix, before: readonly Leaf[]): boolean {
  const about = finding.path.join("/");
  const at = path.join("/");
  if (at === about || at.startsWith(about === "" ? "\0" : `${about}/`)) return true;
  if (before.some((other) => other.value === value && other.path.join("/") === about)) return true;
  // `Keep only …` and `Use the ALLOW_ names throughout` are about all of a list or object.
  const home = finding.path.slice(0, -1).join("/");
  if (/^Keep\b|throughout$|^Use the ALLOW_/.test(title) && home !== "" && at.startsWith(`${home}/`)) return true;
  const said = `${title} ${finding.message}`;
  if (said.includes(value) && value !== "") return true;
  return path.some((step) => typeof step === "string" && said.includes(step));
}

function keepsTheRest(text: string, dialect: Dialect): number {
  const document = parseSpec(text, dialect);
  const before = leaves(document);
  let count = 0;
  for (const fix of fixesAt(document, { start: 0, end: text.length }, { settings })) {
    count++;
    const after = leaves(parseSpec(applyEdits(text, fix.edits), dialect));
    const unnamed = before.filter((leaf) => !isNamed(leaf, fix, before));
    const gone = lost(unnamed, after);
    expect(gone, `${fix.finding.rule.id}: ${fix.title}\n${text}`).toEqual([]);
  }
  return count;
}

test("every fix over the repository's specs keeps all values that it does not name", () => {
  const counts = writtenFiles().map(({ text, dialect }) => keepsTheRest(text, dialect));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
}, 120_000);

test("every fix over random specs keeps all values that it does not name", () => {
  fc.assert(
    fc.property(tape, tape, fc.constantFrom<Dialect>("json", "jsonc", "yaml"), (content, style, dialect) => {
      const value = chooseSpec(tapeOf(content));
      const choose = tapeOf(style);
      keepsTheRest(dialect === "yaml" ? writeYaml(value, choose) : writeJson(value, choose, dialect), dialect);
    }),
    { numRuns: runs(100) },
  );
}, 120_000);

/** Slips of syntax: what a repair may never do is lose a letter or a digit. */
const broken: readonly (readonly [Dialect, string])[] = [
  ["json", '{"ClientName": "web" "GenerateSecret": true}'],
  ["json", '{"AccessTokenValidity": 05, "ClientName": "a"}'],
  ["json", "{'ClientName': 'it\\'s', 'GenerateSecret': True,}"],
  ["json", '{“ClientName”: “web”, "GenerateSecret": true}'],
  ["json", '{\n<<<<<<< HEAD\n"ClientName": "a"\n=======\n"ClientName": "b"\n>>>>>>> x\n}'],
  ["json", '{"ClientName": my web app, "GenerateSecret": true'],
  ["json", '{"ClientName": "web,\n"GenerateSecret": true}'],
  ["yaml", "ClientName: a\n<<<<<<< HEAD\nGenerateSecret: true\n=======\nGenerateSecret: false\n>>>>>>> x\n"],
  ["yaml", "UserPoolId: a_1\n  ClientName: dash\nGenerateSecret: true\n"],
  ["yaml", "AllowedOAuthScopes: [openid, email\nGenerateSecret: true\n"],
  ["yaml", "ClientName: Web: prod\nGenerateSecret: true\n"],
  ["yaml", "ClientName:web\nGenerateSecret: true\n"],
  ["yaml", "TokenValidityUnits:\n\tIdToken: hours\n"],
];

test.each(broken)("a repair of syntax keeps every letter: %s %j", (dialect, text) => {
  const document = parseSpec(text, dialect);
  for (const { title, edits, safe } of fixesAt(document, { start: 0, end: text.length }, { settings })) {
    const letters = (source: string) =>
      source
        .toLowerCase()
        .match(/[a-z0-9<>=]/g)
        ?.join("") ?? "";
    const after = letters(applyEdits(text, edits));
    if (safe || !/Remove the 0/.test(title)) expect(after, title).toBe(letters(text));
  }
});
