/**
 * The form in which code that V8 has compiled is kept: V8's data, and at the end a note of what it was made of. V8 refuses what
 * another version of it made, but it crashes on data with a hole, which it does not look for: so that is done here.
 */

/** Bytes at the end, ASCII. */
const NOTE = 80;

/** @param stamp of the source: up to 50 characters of ASCII. @param runs how many have added to it. */
export function encoded(data: Buffer, stamp: string, runs: number): Buffer {
  return Buffer.concat([data, Buffer.from(`${data.length} ${stamp} ${runs}`.padEnd(NOTE))]);
}

/** @returns `undefined` for what is damaged, or was not made of this source. */
export function decoded(kept: Buffer, stamp: string): { readonly data: Buffer; readonly runs: number } | undefined {
  const data = kept.subarray(0, -NOTE);
  const note = kept.toString("latin1", data.length);
  const expected = `${data.length} ${stamp} `;
  if (!note.startsWith(expected) || data.includes(HOLE)) return undefined;
  return { data, runs: Number(note.slice(expected.length)) };
}

/**
 * What a file system leaves of a block when the power goes; V8's own zeros are some thousand in a row at most. A sum over all bytes
 * would find more, and cost what the kept code saves: a loop of this length alone makes V8 load its optimizing compiler, of 5 MB.
 */
const HOLE = Buffer.alloc(4096);
