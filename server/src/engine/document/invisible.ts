/** Characters that look like a space or like nothing, and that neither JSON nor YAML takes for white space. */
const INVISIBLE = /(?![ \t\r\n])[\p{Z}\p{Cf}\u0085]/u;

export interface Invisible {
  readonly index: number;
  /** `the no-break space U+00A0`. */
  readonly name: string;
}

/** @returns the first such character of a text, by its name. */
export function findInvisible(text: string): Invisible | undefined {
  const match = INVISIBLE.exec(text);
  return match ? { index: match.index, name: `the ${nameOf(match[0])}` } : undefined;
}

/** @returns the text with ordinary spaces in place of blank ones, and without those of no width. */
export function withoutInvisible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, "gu"), (character) => (/\p{Zs}/u.test(character) ? " " : ""));
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `${names[code] ?? "invisible character"} U+${code}`;
}

const names: Readonly<Record<string, string>> = {
  "00A0": "no-break space",
  "00AD": "soft hyphen",
  "2007": "figure space",
  "200B": "zero-width space",
  "200C": "zero-width non-joiner",
  "200D": "zero-width joiner",
  "2028": "line separator",
  "2029": "paragraph separator",
  "202F": "narrow no-break space",
  "3000": "ideographic space",
  FEFF: "byte order mark",
};
