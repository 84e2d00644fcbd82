/** Every question at every place of a sample of documents, whole and half-typed; what completion offers is taken, each time. */
import { describe, expect, test, vi } from "vitest";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { applyEdits } from "../../server/src/engine/document/edit/edit.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../server/src/engine/document/part.ts";
import { complete } from "../../server/src/engine/features/completion/complete.ts";
import { convert } from "../../server/src/engine/features/convert.ts";
import { fixesAt } from "../../server/src/engine/features/fixes.ts";
import { format } from "../../server/src/engine/features/format.ts";
import { hints } from "../../server/src/engine/features/hints.ts";
import { hover } from "../../server/src/engine/features/hover.ts";
import { lenses } from "../../server/src/engine/features/lens.ts";
import { links } from "../../server/src/engine/features/links.ts";
import { refactoringsAt } from "../../server/src/engine/features/refactorings.ts";
import { occurrences } from "../../server/src/engine/features/references.ts";
import { selectionSpans } from "../../server/src/engine/features/selection.ts";
import { defaultSettings } from "../../server/src/engine/lint/settings.ts";
import { expand } from "../support/complete.ts";
import { random, randomEdit, type Sample, samples } from "../support/storm.ts";

// Room for a slow machine; no test asserts how long anything takes.
vi.setConfig({ testTimeout: 300_000 });

const context = { settings: defaultSettings };
const problems = ({ units }: SpecDocument): number => units.reduce((sum, { part }) => sum + part.problems.length, 0);

/** The sample, and what half a dozen random edits make of it. */
function variants({ name, text }: Sample, count: number): Sample[] {
  const choose = random(name.length);
  const edited = Array.from({ length: count }, () => {
    let now = text;
    for (let edit = choose(3); edit >= 0; edit--) {
      const { start, end, text: inserted } = randomEdit(now, choose);
      now = now.slice(0, start) + inserted + now.slice(end);
    }
    return { name, text: now };
  });
  return [{ name, text }, ...edited];
}

const chosen = samples().filter(({ text }) => text.length < 1500);

describe.each(chosen)("$name", (sample) => {
  test("answers at every place", () => {
    for (const { name, text } of variants(sample, 2)) {
      const document = parseSpec(text, dialectOf(name));
      for (let offset = 0; offset <= text.length; offset++) {
        hover(document, offset, context);
        occurrences(document, offset);
        for (const { edits } of fixesAt(document, { start: offset, end: offset }, { settings: defaultSettings }))
          applyEdits(document.text, edits);
        if (offset % 7 === 0)
          for (const { edits } of refactoringsAt(document, offset, { settings: defaultSettings }))
            applyEdits(document.text, edits);
        nested(selectionSpans(document, offset), offset, text);
      }
      wholeFile(document);
    }
  });

  test("takes every completion without a new syntax problem but that of a value still to come", () => {
    const wrong: string[] = [];
    const tried = new Set<string>();
    for (const { name, text } of variants(sample, 1))
      for (let offset = 0; offset <= text.length; offset += 1 + (text.length >> 8))
        wrong.push(...wrongCompletions(text, dialectOf(name), offset, tried));
    expect([...new Set(wrong)].slice(0, 5)).toEqual([]);
  });
});

/** From the innermost outwards, each around the place and the one before. */
function nested(spans: readonly { start: number; end: number }[], offset: number, text: string): void {
  let inner = { start: offset, end: offset };
  for (const span of spans) {
    if (!(span.start <= inner.start && inner.end <= span.end && span.end <= text.length && span.start >= 0))
      throw new Error(`selection at ${offset}: ${JSON.stringify(spans)} in ${JSON.stringify(text)}`);
    inner = span;
  }
}

function wholeFile(document: SpecDocument): void {
  const { length } = document.text;
  const all = { start: 0, end: length };
  applyEdits(document.text, format(document, { tabSize: 2, insertSpaces: true }));
  for (let start = 0; start < length; start += 97)
    applyEdits(document.text, format(document, { tabSize: 4, insertSpaces: false }, { start, end: start + 40 }));
  for (const { offset } of hints(document, all, { lifetimes: true, defaults: true }))
    expect(offset).toBeLessThanOrEqual(length);
  links(document);
  lenses(document);
  convert(document);
}

function wrongCompletions(text: string, dialect: Dialect, offset: number, tried: Set<string>): string[] {
  const document = parseSpec(text, dialect);
  const before = problems(document);
  return complete(document, offset, context).flatMap(({ label, edit, additionalEdits }) => {
    const told = (what: string) =>
      `${label}: ${what} at ${JSON.stringify(`${text.slice(Math.max(0, offset - 60), offset)}|${text.slice(offset, offset + 60)}`)}`;
    const { start, end } = edit.span;
    if (start > offset || end < offset) return [told(`its range ${start}–${end} is not around the cursor`)];
    // LSP: the range of a completion's edit is on one line.
    if (/[\r\n]/.test(text.slice(start, end))) return [told("its range spans lines")];
    if (additionalEdits.some((other) => other.span.end >= start && other.span.start <= end))
      return [told("an additional edit touches its range")];
    const newText = edit.snippet ? expand(edit.newText) : edit.newText;
    const taken = applyEdits(document.text, [{ span: edit.span, newText }, ...additionalEdits]);
    if (tried.has(taken)) return [];
    tried.add(taken);
    const after = parseSpec(taken, dialect);
    return problems(after) > before + 1 ? [told(`${problems(after)} problems after ${before}, ${newText}`)] : [];
  });
}
