import type { Settings } from "../../config/settings.ts";
import { commentsOf } from "../../document/comments.ts";
import { applyEdits, sameValue } from "../../document/edit/edit.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Part, SpecDocument, TextEdit, Unit } from "../../document/part.ts";
import { plainOf } from "../../document/plain.ts";
import { check, shift } from "../../lint/check.ts";
import type { Spec } from "../../reading/spec.ts";
import { restoreBom } from "../fixes.ts";

/** A change that somebody asks for; nothing was wrong before. */
export interface Refactoring {
  readonly title: string;
  /** In the part's offsets. */
  readonly edits: readonly TextEdit[];
  /** Whether the request must say exactly the same afterwards. */
  readonly keepsValue: boolean;
}

/** The place that a refactoring is asked for. */
export interface At {
  readonly part: Part;
  readonly spec: Spec;
  /** Names from the app client's object down to the cursor. */
  readonly path: readonly (string | number)[];
}

/** Whether a refactoring does what it says: the result parses, has every comment, no new error and, where promised, the same value. */
export function holds(document: SpecDocument, unit: Unit, refactoring: Refactoring, settings: Settings): boolean {
  const edits = refactoring.edits.map(({ span, newText }) => ({ span: shift(span, unit.base), newText }));
  const text = applyEdits(document.text, edits);
  if (text === document.text) return false;
  const after = parseSpec(restoreBom(document, text), document.dialect, document);
  if (after.units.length !== document.units.length) return false;
  if (refactoring.keepsValue && !sameUnits(document, after)) return false;
  if (commentTexts(document) !== commentTexts(after)) return false;
  const before = errors(document, settings);
  return errors(after, settings).every(({ id, path }) =>
    before.some((old) => old.id === id && path.endsWith(old.path)),
  );
}

function errors(document: SpecDocument, settings: Settings): { id: string; path: string }[] {
  return check(document, settings)
    .filter(({ severity }) => severity === "error")
    .map(({ rule, path }) => ({ id: rule.id, path: path.join("/") }));
}

function sameUnits(before: SpecDocument, after: SpecDocument): boolean {
  return before.units.every(({ part }, index) => sameOrEqualText(part, after.units[index]?.part));
}

function sameOrEqualText(a: Part, b: Part | undefined): boolean {
  const [before, after] = [plainOf(a.root), plainOf(b?.root)];
  if (before !== undefined || after !== undefined) return sameValue(before, after);
  // What cannot be known is compared by its characters, whatever their order.
  const letters = (part: Part | undefined) => [...(part?.text ?? "").replace(/[\s,]/g, "")].sort().join("");
  return letters(a) === letters(b);
}

function commentTexts(document: SpecDocument): string {
  const parts = new Map(document.units.map(({ part, base }) => [base, part]));
  return [...parts.values()]
    .flatMap((part) => commentsOf(part).map(({ text }) => text))
    .sort()
    .join("\n");
}
