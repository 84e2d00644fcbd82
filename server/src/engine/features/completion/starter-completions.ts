import { blockSnippet, starterSnippet } from "../../catalogue/starter-text.ts";
import { starters } from "../../catalogue/starters.ts";
import type { SpecDocument, Unit } from "../../document/part.ts";
import { shift } from "../check.ts";
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
