import { indentOf } from "../../document/lines.ts";
import type { SpecDocument, Unit } from "../../document/part.ts";
import { shift } from "../../lint/check.ts";
import { starterBlocks } from "../../starters/starter-blocks.ts";
import { blockSnippet, starterSnippet } from "../../starters/starter-text.ts";
import { starters } from "../../starters/starters.ts";
import { between, commaBefore } from "./commas.ts";
import type { Cursor } from "./cursor.ts";
import type { Completion } from "./item.ts";

/** Whole specs, by application type: what an empty file offers. */
export function starterCompletions({ syntax }: SpecDocument, { base }: Unit, cursor: Cursor): Completion[] {
  const inBraces = syntax === "json" && cursor.at === "key";
  return starters.map(({ prefix, title, description, members }, index) => ({
    label: title,
    kind: "starter",
    detail: description,
    rank: index - starters.length,
    filterText: cursor.quote ? `${cursor.quote}${prefix} ${title}` : `${prefix} ${title}`,
    edit: {
      span: shift(cursor.replace, base),
      newText: inBraces ? blockSnippet(members, syntax) : starterSnippet(members, syntax),
      snippet: true,
    },
    additionalEdits: [],
    retrigger: false,
    deprecated: false,
    doc: { kind: "starter", prefix },
  }));
}

/** Members that go together, where a member's name may stand and none of them is there yet; after all single names. */
export function blockCompletions(
  { syntax }: SpecDocument,
  { base, part }: Unit,
  cursor: Cursor,
  present: (name: string) => boolean,
): Completion[] {
  if (cursor.hasColon || cursor.quote) return [];
  const indent = cursor.flow ? indentOf(part.text, cursor.replace.start) : cursor.indent;
  const fitting = starterBlocks.filter(({ members }) => !Object.keys(members).some(present));
  return fitting.map(({ prefix, title, description, members }, index) => ({
    label: title,
    kind: "starter",
    detail: description,
    rank: 2000 + index,
    filterText: `${prefix} ${title}`,
    edit: {
      span: shift(cursor.replace, base),
      newText: between(blockSnippet(members, syntax).replace(/\n/g, `\n${indent}`), cursor),
      snippet: true,
    },
    additionalEdits: commaBefore(cursor, base),
    retrigger: false,
    deprecated: false,
  }));
}
