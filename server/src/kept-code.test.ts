import { expect, test } from "vitest";
import { decoded, encoded } from "./kept-code.ts";

const code = Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7) % 251));
const kept = encoded(code, "600 1764.5", 2);

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
  [
    "with a block of zeros",
    Buffer.concat([kept.subarray(0, 4096), Buffer.alloc(4096), kept.subarray(8192)]),
    "600 1764.5",
  ],
])("what is kept %s is not taken", (_, damaged, stamp) => {
  expect(decoded(damaged, stamp)).toBeUndefined();
});
