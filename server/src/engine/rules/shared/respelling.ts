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
  return nearest(letters, words);
}

/** Without a plural s, and with one word for URL and URI. */
function stem(letters: string): string {
  return letters.replace(/s$/, "").replace(/uri$/, "url");
}

function nearest<T extends string>(letters: string, words: readonly T[]): Respelling<T> | undefined {
  const allowed = Math.min(3, Math.floor(letters.length / 4));
  let best: T | undefined;
  let least = allowed + 1;
  for (const known of words) {
    const distance = editDistance(letters, reduce(known), least);
    if (distance < least) {
      least = distance;
      best = known;
    }
  }
  return best === undefined ? undefined : { word: best, certain: false };
}

/** Insertions, deletions, replacements and swaps of neighbours; gives up at `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
