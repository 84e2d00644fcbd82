import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../support/cache.ts";

/** Each row of the table of faults names tests that exist. */
const table = readFileSync(join(root, "test/aws/FAULTS.md"), "utf8");
const rows = table.split("\n").filter((line) => /^\|(?! fault | attack |---)/.test(line));

/** `` `file`: name · name; `file`: name `` */
const testsOf = (cell: string) =>
  [...cell.matchAll(/`([^`]+\.ts)`: ([^`]+?)(?=; `|$)/g)].flatMap(([, file = "", names = ""]) =>
    names.split(" · ").map((name) => ({ file, name: name.trim() })),
  );

describe.each(
  rows.map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  ),
)("%s", (_fault, ...cells) => {
  const found = testsOf(cells.at(-1) ?? "");
  test("is shown", () => {
    expect(found.length).toBeGreaterThan(0);
    for (const { file, name } of found)
      expect(readFileSync(join(root, file), "utf8"), `${file}: ${name}`).toContain(name);
  });
});
