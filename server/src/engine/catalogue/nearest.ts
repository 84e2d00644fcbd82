/**
 * @param letters what of a word counts; its case does not, unless told otherwise.
 * @returns the candidate that takes the fewest single-character edits, the first of several; `undefined` when there is none
 * within `limit`.
 */
export function nearest<T extends string>(
  word: string,
  candidates: Iterable<T>,
  limit = Number.POSITIVE_INFINITY,
  letters = (text: string) => text.toLowerCase(),
): T | undefined {
  let best: T | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(letters(word), letters(candidate), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** As many slips as one may make in a word of this length and still be recognised: one in three letters, four at most. */
export function slips(word: string): number {
  return Math.min(Math.max(1, Math.floor(word.length / 3)), 4);
}

/** Insertions, deletions, replacements and swaps of neighbours; `limit` when it takes as many or more. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return Math.min(limit, previous[b.length] as number);
}
