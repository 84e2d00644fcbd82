import type { TextEdit } from "../../document/part.ts";
import { replacement } from "../../document/text-edit.ts";
import type { Cursor } from "./cursor.ts";

/** A new entry's text with the commas that must stand around it. LSP: additional edits may not touch the main one, so there the comma goes in with the text. */
export function between(text: string, { commaAt, commaAfter, replace }: Cursor): string {
  return `${commaAt === replace.start ? ", " : ""}${text}${commaAfter ? "," : ""}`;
}

/** The comma that the entry before still needs, where that is not right at the new one; offsets of the file. */
export function commaBefore({ commaAt, replace }: Cursor, base: number): TextEdit[] {
  return commaAt === undefined || commaAt === replace.start ? [] : [replacement(commaAt + base, commaAt + base, ",")];
}
