import { defaultStyle } from "../../document/edit/style.ts";
import { indentOf, startsLine } from "../../document/lines.ts";
import type { SpecDocument, Unit } from "../../document/part.ts";
import { shift } from "../../lint/finding.ts";
import { starterBlocks } from "../../starters/starter-blocks.ts";
import { blockSnippet, starterSnippet } from "../../starters/starter-text.ts";
import { starters } from "../../starters/starters.ts";
import { between, commaBefore } from "./commas.ts";
import type { Cursor } from "./cursor.ts";
import type { Completion } from "./item.ts";

/** Whole specs, by application type: what an empty file offers to who asks, or types how one begins. */
export function starterCompletions(
  { syntax }: SpecDocument,
  { base, part }: Unit,
  cursor: Cursor,
  typed: string,
): Completion[] {
  if (cursor.quote) return [];
  const inBraces = syntax === "json" && cursor.at === "key";
  const wanted = starters.filter(({ prefix, title }) =>
    `${prefix} ${title}`
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(typed.toLowerCase())),
  );
  return wanted.map(({ prefix, title, members }, index) => ({
    label: title,
    kind: "starter",
    rank: index - starters.length,
    filterText: `${prefix} ${title}`,
    edit: {
      span: shift(cursor.replace, base),
      newText: inBraces ? inside(part.text, cursor, blockSnippet(members, syntax)) : starterSnippet(members, syntax),
      snippet: true,
    },
    additionalEdits: [],
    retrigger: false,
    deprecated: false,
    doc: { kind: "starter", prefix, syntax },
  }));
}

/** On lines of their own, one level deeper than the brace. */
function inside(text: string, { replace }: Cursor, members: string): string {
  const outer = indentOf(text, Math.max(0, text.lastIndexOf("{", replace.start)));
  if (startsLine(text, replace.start)) {
    const indent = indentOf(text, replace.start);
    // The first line stands where the cursor is.
    return members.replace(/\n/g, `\n${indent}`);
  }
  const unit = defaultStyle.unit;
  const closes = text.slice(replace.end).trimStart().startsWith("}") && !text.slice(replace.end).startsWith("\n");
  return `\n${outer}${unit}${members.replace(/\n/g, `\n${outer}${unit}`)}${closes ? `\n${outer}` : ""}`;
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
