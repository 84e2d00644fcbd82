import { countOf } from "./count-of.ts";
import type { StringType } from "./entry.ts";
import { memberOf } from "./properties.ts";

/** In what a string does not fit its member, with a clause for the message: `has 130 characters, 128 are the most`. */
export interface Misfit {
  readonly kind: "empty" | "short" | "long" | "characters";
  readonly clause: string;
}

/** @returns `undefined` when the string fits. */
export type Format = (value: string) => Misfit | undefined;

/**
 * The limits that the catalogue gives a member's string, or a list's items.
 * Lengths count characters, patterns must match the whole string, as the service does.
 *
 * @throws Error when there is no such member, which is a slip in a rule.
 */
export function formatAt(...path: readonly string[]): Format {
  const type = memberOf(path)?.value;
  if (type?.type === "string") return formatOf(type);
  if (type?.type === "list") return formatOf(type.items);
  throw new Error(`${path.join(".")} is no string in the catalogue`);
}

function formatOf({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, patternText }: StringType): Format {
  const takesPrintable = pattern !== undefined && takesAllPrintable(pattern);
  let made: RegExp | undefined;
  return (value) => {
    const isPrintable = PRINTABLE.test(value);
    if (isPrintable && takesPrintable && value.length >= minLength && value.length <= maxLength) return undefined;
    // Not before: a class like \p{L} takes a millisecond or two to compile, which most texts never need.
    if (pattern) made ??= new RegExp(`^(?:${pattern.source})$`, pattern.flags);
    const whole = made;
    const length = isPrintable ? value.length : [...value].length;
    // A pattern that wants a character at least refuses an empty text, whatever the model's length says.
    if (length === 0 && (minLength > 0 || whole?.test("") === false)) return { kind: "empty", clause: "is empty" };
    if (whole && length > 0 && !whole.test(value))
      return { kind: "characters", clause: wrongCharacters(value, whole, patternText) };
    if (length < minLength)
      return { kind: "short", clause: `has ${characters(length)}, and ${minLength} are the least` };
    if (length > maxLength) return { kind: "long", clause: `has ${characters(length)}, and ${maxLength} are the most` };
    return undefined;
  };
}

/** Of one character at least, in ASCII without the space. */
const PRINTABLE = /^[!-~]+$/;

/** Whether a pattern is one class of characters, any number of them, which all of ASCII's visible ones belong to. Told by name. */
function takesAllPrintable({ source }: RegExp): boolean {
  const content = /^\[(?!\^)((?:[^\\\]]|\\.)*)\]\+$/.exec(source)?.[1];
  return content !== undefined && VISIBLE.every((category) => content.includes(category));
}

/** Unicode's categories (letters, numbers, punctuation, symbols) that each of ASCII's visible characters is of. */
const VISIBLE = ["\\p{L}", "\\p{N}", "\\p{P}", "\\p{S}"];

const characters = (count: number) => countOf(count, "character");

/** Names the offending characters where single ones offend, so that a message need not repeat the value. */
function wrongCharacters(value: string, whole: RegExp, patternText: string | undefined): string {
  const wrong = [...new Set(value)].filter((character) => !whole.test(character));
  const allowed = patternText ?? "other characters";
  if (wrong.length === 0 || wrong.length > 3 || wrong.length === new Set(value).size)
    return `is not of the form that AWS accepts (${allowed})`;
  return `contains ${wrong.map(named).join(" and ")}; AWS accepts ${allowed}`;
}

function named(character: string): string {
  if (character === " ") return "a space";
  if (character === "\n" || character === "\r") return "a line break";
  if (character === "\t") return "a tab";
  if (/[\p{Z}\p{C}]/u.test(character))
    return `the invisible character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return `"${character}"`;
}
