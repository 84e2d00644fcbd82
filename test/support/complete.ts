import { applyEdits } from "../../server/src/engine/document/edit/edit.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../server/src/engine/document/part.ts";
import { complete } from "../../server/src/engine/features/completion/complete.ts";
import type { Completion } from "../../server/src/engine/features/completion/item.ts";
import type { Context } from "../../server/src/engine/features/context.ts";
import { defaultSettings } from "../../server/src/engine/lint/settings.ts";
import { cursorAt } from "./marks.ts";

export interface Offered {
  readonly labels: readonly string[];
  readonly items: readonly Completion[];
  /** The document after accepting an item: `|` where the cursor lands first (its first tab stop, or the end of what came in). */
  accept(label: string): string;
}

/**
 * Completions at the `|` of a document, as an editor shows them: filtered by what is typed, sorted.
 * @param opener the character that opened the list; `undefined` when a person asked for it.
 */
export function offeredAt(
  source: string,
  dialect: Dialect,
  context: Partial<Context> = {},
  opener?: string,
  read: (text: string, dialect: Dialect) => SpecDocument = parseSpec,
  by = complete,
): Offered {
  const { text, offset } = cursorAt(source);
  const all = by(read(text, dialect), offset, { settings: defaultSettings, ...context }, opener);
  const items = all
    .filter((item) => matches(item.filterText, text.slice(item.edit.span.start, offset)))
    .sort((a, b) => a.rank - b.rank);
  return {
    items,
    labels: items.map((item) => item.label),
    accept(label) {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`"${label}" is not offered: ${items.map((each) => each.label).join(", ")}`);
      const mark = "\u0000";
      const inserted = item.edit.snippet ? expand(item.edit.newText, mark) : item.edit.newText + mark;
      return applyEdits(text, [{ span: item.edit.span, newText: inserted }, ...item.additionalEdits]).replace(
        mark,
        "|",
      );
    },
  };
}

/** As VS Code filters: every typed character occurs in order, whatever its case. */
function matches(filterText: string, typed: string): boolean {
  let at = 0;
  const wanted = filterText.toLowerCase();
  for (const character of typed.trim().toLowerCase()) {
    at = wanted.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** A snippet as it is taken; `mark` goes where its first tab stop is. */
export function expand(snippet: string, mark = ""): string {
  let marked = false;
  const first = (text: string) => {
    if (marked) return text;
    marked = true;
    return mark + text;
  };
  const text = snippet.replace(
    /\\([\\$},|])|\$\{\d+\|((?:[^,|\\]|\\.)*)[^|]*\|\}|\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\d+/g,
    (_whole, escaped?: string, choice?: string, placeholder?: string) =>
      escaped ?? first((choice ?? placeholder ?? "").replace(/\\(.)/g, "$1")),
  );
  return marked ? text : text + mark;
}
