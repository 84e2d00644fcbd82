import type { Cursor } from "../completion/cursor.ts";

/** Editors compare with the text they replace, which has the quote in it. */
export function inQuotes(text: string, { quote }: Cursor): string {
  return quote ? `${quote}${text}${quote}` : text;
}
