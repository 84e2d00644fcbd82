/**
 * The form in which code that V8 has compiled is kept: V8's data, the same backwards, and at the end a note of what it was made of. V8
 * refuses what another version of it made, but does not look for damage, and crashes on it. To compare both copies costs a tenth of a
 * millisecond; a checksum costs what the kept code saves (zlib has to be loaded for its own, and a loop of ours makes V8 load its optimizing compiler).
 */

/** Bytes at the end, ASCII. */
const NOTE = 80;

/** @param stamp of the source: up to 50 characters of ASCII. @param runs how many have added to it. */
export function encoded(data: Buffer, stamp: string, runs: number): Buffer {
  return Buffer.concat([data, backwards(data), Buffer.from(`${data.length} ${stamp} ${runs}`.padEnd(NOTE))]);
}

/** @returns `undefined` for what is damaged, or was not made of this source. */
export function decoded(kept: Buffer, stamp: string): { readonly data: Buffer; readonly runs: number } | undefined {
  const end = kept.length - NOTE;
  const length = end / 2;
  const expected = `${length} ${stamp} `;
  if (end <= 0 || !kept.toString("latin1", end).startsWith(expected)) return undefined;
  const data = kept.subarray(0, length);
  if (!data.equals(backwards(kept.subarray(length, end)))) return undefined;
  return { data, runs: Number(kept.toString("latin1", end + expected.length)) };
}

/** So that what damages both copies alike, every so many bytes, is not the same damage. */
function backwards(data: Buffer): Buffer {
  return Buffer.from(data).reverse();
}
