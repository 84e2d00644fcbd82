/** What is remembered is bounded by what is open. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const program = join(import.meta.dirname, "../support/open-and-close.ts");

test("after 200 specs were opened, edited and closed the heap is what it was after the first 50", {
  timeout: 120_000,
}, () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", program, "50", "4"], { encoding: "utf8" });
  const line = stdout.split("\n").find((each) => each.startsWith("{"));
  if (line === undefined) throw new Error(`The program said nothing of use:\n${stdout}\n${stderr}`);
  const { documents, heaps } = JSON.parse(line) as { documents: number; heaps: number[] };
  expect(documents).toBe(200);
  const [first = 0, ...later] = heaps;
  // Without the closing it is 1.39 times as much, with it 1.01.
  expect(Math.max(...later) / first, heaps.map((heap) => `${(heap / 1e6).toFixed(1)} MB`).join(", ")).toBeLessThan(
    1.15,
  );
});
