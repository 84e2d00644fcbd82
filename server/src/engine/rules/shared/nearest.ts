/**
 * @returns the candidate that takes the fewest single-character edits (case costs nothing), the first of several;
 * `undefined` when there is none within `limit`.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit = Number.POSITIVE_INFINITY,
): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** As many slips as one may make in a word of this length and still be recognised: one in three letters, four at most. */
export function slips(word: string): number {
  return Math.min(Math.max(1, Math.floor(word.length / 3)), 4);
}

/** Levenshtein's distance. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
