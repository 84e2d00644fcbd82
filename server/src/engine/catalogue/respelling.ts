import { nearest } from "./nearest.ts";

/** A known word that somebody probably meant. */
export interface Respelling<T extends string = string> {
  readonly word: T;
  /** The same word in other letters (case, separators, plural) or under another tool's name, as against a likely typo. */
  readonly certain: boolean;
}

/** Other spellings of a word, reduced by `reduce`, and what they stand for. */
export type Synonyms<T extends string = string> = Readonly<Record<string, T>>;

/** Reduces a name to lower-case letters and digits: `callback_urls`, `CallbackURLs` and `callback-urls` are one. */
export function reduce(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** @returns which of the words is meant: by its letters, by a synonym, or else by a small edit distance; the word itself is never an answer. */
export function respelling<T extends string>(
  word: string,
  words: readonly T[],
  synonyms: Synonyms<T> = {},
): Respelling<T> | undefined {
  const letters = reduce(word);
  if (letters === "") return undefined;
  const same =
    words.find((known) => reduce(known) === letters) ?? words.find((known) => stem(reduce(known)) === stem(letters));
  const meant = same ?? (Object.hasOwn(synonyms, letters) ? synonyms[letters] : undefined);
  if (meant !== undefined) return meant === word ? undefined : { word: meant, certain: true };
  const near = nearest(word, words, Math.min(3, Math.floor(letters.length / 4)), reduce);
  return near === undefined ? undefined : { word: near, certain: false };
}

/** Without a plural s, and with one word for URL and URI. */
function stem(letters: string): string {
  return letters.replace(/s$/, "").replace(/uri$/, "url");
}
