/** @returns a number with what it counts, in English: `1 file`, `2 files`, `3 info`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === "info" ? "" : "s"}`;
}
