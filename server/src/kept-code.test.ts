import { expect, test } from "vitest";
import { decoded, encoded } from "./kept-code.ts";

const code = Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7) % 251));
const kept = encoded(code, "600 1764.5", 2);

function withBytes(at: number, bytes: Buffer): Buffer {
  const damaged = Buffer.from(kept);
  bytes.copy(damaged, at);
  return damaged;
}

test("not a byte of it may be another", () => {
  for (let at = 0; at < 2 * code.length; at += 97)
    expect(decoded(withBytes(at, Buffer.from([(kept[at] ?? 0) ^ 1])), "600 1764.5"), `byte ${at}`).toBeUndefined();
});

test.each([7, 1000, 4096])("nor every %d-th", (period) => {
  for (const length of [20_000, 20_480, 21_000]) {
    const whole = encoded(Buffer.alloc(length, "code"), "600 1764.5", 2);
    for (let from = 0; from < period; from += 7) {
      const damaged = whole.map((byte, at) => (at < 2 * length && at % period === from ? byte ^ 255 : byte));
      expect(decoded(Buffer.from(damaged), "600 1764.5"), `from ${from}`).toBeUndefined();
    }
  }
});

test("what was kept comes back, and how many runs have added to it", () => {
  expect(decoded(kept, "600 1764.5")).toEqual({ data: code, runs: 2 });
});

test.each<[string, Buffer, string]>([
  ["of another source", kept, "601 1764.5"],
  ["of a source whose stamp begins so", encoded(code, "600 1764.55", 2), "600 1764.5"],
  ["nothing", Buffer.alloc(0), "600 1764.5"],
  ["shorter than the note", Buffer.from("600"), "600 1764.5"],
  ["without its end", kept.subarray(0, 12_000), "600 1764.5"],
  ["without its beginning", kept.subarray(8), "600 1764.5"],
  ["with a block of zeros", withBytes(4096, Buffer.alloc(4096)), "600 1764.5"],
])("what is kept %s is not taken", (_, damaged, stamp) => {
  expect(decoded(damaged, stamp)).toBeUndefined();
});
