import type { Cursor } from "./cursor.ts";

/**
 * Characters after which somebody means to have a value or a name: the list opens by itself. None of them ends a line,
 * an item or a bracket's opening, since Enter takes what is proposed first.
 */
export const openingCharacters = ['"', ":", " "] as const;

/**
 * @param typed one of the opening characters, which stands right before `at`.
 * @returns whether it asks for something where it stands: an opening quote, a colon, a space after a colon or a dash.
 */
export function opens(typed: string, text: string, at: number, { at: kind, replace, quote }: Cursor): boolean {
  if (typed === '"') return quote !== undefined && replace.start === at - 1;
  if (kind === "key" || replace.start !== at) return false;
  return typed === ":" || /[:-] $/.test(text.slice(Math.max(0, at - 2), at));
}
