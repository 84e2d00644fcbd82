import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientsIn } from "../../../server/src/engine/clients/clients-in.ts";
import { commentsOf } from "../../../server/src/engine/document/comments.ts";
import { applyEdits } from "../../../server/src/engine/document/edit/edit.ts";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument, TextEdit } from "../../../server/src/engine/document/part.ts";
import { plainOf } from "../../../server/src/engine/document/plain.ts";
import { check } from "../../../server/src/engine/features/check.ts";
import { fixAll } from "../../../server/src/engine/features/fix-all.ts";
import { fixesAt } from "../../../server/src/engine/features/fixes.ts";
import type { Finding } from "../../../server/src/engine/lint/finding.ts";
import { tapeOf, writeJson, writeYaml } from "../../support/random-spec.ts";
import { chooseSpec } from "../../support/random-values.ts";
import { writtenFiles } from "./files.ts";
import { runs, tape } from "./tape.ts";

const settings = { preset: "strict", rules: {} } as const;
/** A fix of these takes the comment that the finding is about. */
const aboutComments = new Set(["unused-suppression", "unknown-suppression", "json-comment"]);

const dialects: readonly Dialect[] = ["json", "jsonc", "yaml"];

function write(dialect: Dialect, content: readonly number[], style: readonly number[]): string {
  const [chooseValue, choose] = [tapeOf(content), tapeOf(style)];
  const spec = chooseSpec(chooseValue);
  const value = chooseValue(6) === 5 ? [spec, chooseSpec(chooseValue)] : spec;
  const text = dialect === "yaml" ? writeYaml(value, choose) : writeJson(value, choose, dialect);
  return choose(8) === 7 ? `\uFEFF${text}` : text;
}

const comments = (document: SpecDocument) =>
  commentsOf({ syntax: document.syntax, text: document.text, root: undefined, problems: [] }).map(({ text }) => text);
const problems = (document: SpecDocument) => new Set(document.units.flatMap(({ part }) => part.problems)).size;

/** Errors by rule and, since an item may move up in its list, without its place. */
function errors(document: SpecDocument): string[] {
  return check(document, { settings })
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule.id);
}

/** Of its rule; with `place`, of its rule and its place. */
function countOf(finding: Finding, document: SpecDocument, place = false): number {
  return check(document, { settings }).filter(
    ({ rule, path }) => rule.id === finding.rule.id && (!place || path.join("/") === finding.path.join("/")),
  ).length;
}

/** Without its ClientId an update is a create, to which the same rules say other things: then only the place counts. */
function isOtherRequest(before: SpecDocument, after: SpecDocument): boolean {
  const targets = (document: SpecDocument) => clientsIn(document).map(({ target }) => target);
  return targets(before).join() !== targets(after).join();
}

function without<T>(list: readonly T[], others: readonly T[]): T[] {
  const left = [...list];
  for (const other of others) if (left.includes(other)) left.splice(left.indexOf(other), 1);
  return left;
}

function inBounds(edits: readonly TextEdit[], text: string, story: string): void {
  let at = 0;
  for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    expect(
      span.start >= at && span.end >= span.start && span.end <= text.length,
      `edits apart and inside\n${story}`,
    ).toBe(true);
    at = span.end;
  }
}

/** What must hold between a text and what some fix made of it. */
function keepsTheRest(source: string, after: string, dialect: Dialect, ids: readonly string[], story: string): void {
  const [before, result] = [parseSpec(source, dialect), parseSpec(after, dialect)];
  expect(problems(result), `no new syntax problem\n${story}`).toBeLessThanOrEqual(problems(before));
  expect(without(errors(result), errors(before)), `no new error\n${story}`).toEqual([]);
  if (!ids.some((id) => aboutComments.has(id)))
    expect(without(comments(before), comments(result)), `comments stay\n${story}`).toEqual([]);
  expect(after.startsWith("\uFEFF"), `byte order mark\n${story}`).toBe(source.startsWith("\uFEFF"));
  if (!source.includes("\r")) expect(after.includes("\r"), `line ends\n${story}`).toBe(false);
  if (!/(?<!\r)\n/.test(source))
    expect(/(?<!\r)\n/.test(after) && source.includes("\r"), `line ends\n${story}`).toBe(false);
}

function everyFix(source: string, dialect: Dialect): void {
  const document = parseSpec(source, dialect);
  for (const { finding, title, edits } of fixesAt(document, { start: 0, end: source.length }, { settings })) {
    const story = `${finding.rule.id}: ${title}\n${source}`;
    inBounds(edits, source, story);
    const after = applyEdits(source, edits);
    const told = `${story}\n=>\n${after}`;
    keepsTheRest(source, after, dialect, [finding.rule.id], told);
    expect(countOf(finding, parseSpec(after, dialect)), `the finding is gone\n${told}`).toBeLessThan(
      countOf(finding, document),
    );
  }
}

/**
 * What a rule proposes is tried before it is offered. Where nothing is shared, a proposal may only fail this because it
 * brings up an error that the finding hid, such as the wrong value of a misspelt member. An item that stands twice has
 * a finding of its own, which goes first.
 */
function noneRefused(source: string, dialect: Dialect): void {
  const document = parseSpec(source, dialect);
  if (check(document, { settings }).some(({ rule }) => rule.id === "duplicate-item")) return;
  for (const finding of check(document, { settings })) {
    for (const { title, edits } of finding.fixes?.() ?? []) {
      const story = `${finding.rule.id}: ${title}\n${source}`;
      inBounds(edits, document.text, story);
      const edited = applyEdits(document.text, edits);
      // A space stands for a byte order mark while a document is open.
      const after = document.hasBom && edited.startsWith(" ") ? `\uFEFF${edited.slice(1)}` : edited;
      expect(edited, `does something\n${story}`).not.toBe(document.text);
      const result = parseSpec(after, dialect);
      const told = `${story}\n=>\n${after}`;
      expect(problems(result), `no new syntax problem\n${told}`).toBeLessThanOrEqual(problems(document));
      const place = isOtherRequest(document, result);
      expect(countOf(finding, result, place), `the finding is gone\n${told}`).toBeLessThan(
        countOf(finding, document, place),
      );
    }
  }
}

function fixesAll(source: string, dialect: Dialect): void {
  const document = parseSpec(source, dialect);
  const after = fixAll(document, { settings });
  const story = `fix all\n${source}\n=>\n${after}`;
  const ids = check(document, { settings }).map(({ rule }) => rule.id);
  keepsTheRest(source, after, dialect, ids, story);
  const result = parseSpec(after, dialect);
  const isSafe = fixesAt(document, { start: 0, end: source.length }, { settings }).some(({ safe }) => safe);
  expect(after !== source, `only safe fixes, and all of them\n${story}`).toBe(isSafe);
  expect(fixAll(result, { settings }), `twice\n${story}`).toBe(after);
  const touched = new Set(
    check(document, { settings }).map(({ path }) =>
      path.slice(0, clientsIn(document)[0]?.path.length === 0 ? 1 : 2).join("/"),
    ),
  );
  const isWhole = touched.has("") || touched.has("UserPoolClient");
  const [clients, results] = [clientsIn(document), clientsIn(result)];
  if (isWhole || clients.length !== results.length) return;
  clients.forEach((client, index) => {
    const [before, now] = [plainOf(client.root), plainOf(results[index]?.root)] as Record<string, unknown>[];
    for (const [key, value] of Object.entries(before ?? {})) {
      const path = [...client.path, key].join("/");
      if (!touched.has(path)) expect(now?.[key], `${key} stays\n${story}`).toEqual(value);
    }
  });
}

describe.each(dialects)("in %s", (dialect) => {
  const on = (property: (source: string, dialect: Dialect) => void, usual: number) =>
    fc.assert(
      fc.property(tape, tape, (content, style) => property(write(dialect, content, style), dialect)),
      { numRuns: runs(usual) },
    );

  test("a fix takes its finding away and nothing else", () => on(everyFix, 60), 600_000);

  test("a proposed fix does what it says where nothing is shared", () => {
    on((source) => (/[&*]a\d/.test(source) ? undefined : noneRefused(source, dialect)), 60);
  }, 600_000);

  test("fixing all keeps what no finding is about, and has nothing to do twice", () => on(fixesAll, 60), 600_000);
});

describe("the repository's own specs", () => {
  test.each(writtenFiles())("$path", ({ text, dialect }) => {
    for (const source of [text, `\uFEFF${text}`, text.replace(/\r?\n/g, "\r\n")]) {
      everyFix(source, dialect);
      fixesAll(source, dialect);
    }
    if (!/[&*]\w|<<:/.test(text)) noneRefused(text, dialect);
  });
});

test("fixing all goes on until nothing is left to fix", () => {
  const scopes = Array.from({ length: 51 }, () => "openid");
  const after = fixAll(parseSpec(JSON.stringify({ AllowedOAuthScopes: scopes }), "json"), { settings });
  expect(JSON.parse(after)).toMatchObject({ AllowedOAuthScopes: ["openid"] });
});
