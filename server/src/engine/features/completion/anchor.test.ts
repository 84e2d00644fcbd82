import { expect, test } from "vitest";
import { writtenFiles } from "../../../../../test/unit/properties/files.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Part } from "../../document/part.ts";
import { anchorIn } from "./anchor.ts";
import type { Cursor } from "./cursor.ts";
import { jsonCursor } from "./cursor-json.ts";
import { yamlCursor } from "./cursor-yaml.ts";
import { yamlAnchor } from "./yaml-anchor.ts";

const files = writtenFiles();
const cursorIn = (part: Part, offset: number) => (part.syntax === "json" ? jsonCursor : yamlCursor)(part, offset);

/** Of a list the first app client's text begins with the list's bracket, which its tree knows nothing of. */
const withoutIndex = (cursor: Cursor | undefined) =>
  cursor && { ...cursor, path: typeof cursor.path[0] === "number" ? cursor.path.slice(1) : cursor.path };

/** The same part without its tree: it is read from the start. */
const bare = (part: Part): Part => ({ ...part, root: undefined });

test.each(files)(
  "reading from the nearest entry tells the same as reading from the start: $path",
  ({ text, dialect }) => {
    for (let broken = 0; broken < 8; broken++) {
      const document = parseSpec(broken === 0 ? text : brokenAt(text, broken), dialect);
      for (const { part } of document.units) {
        for (let offset = 0; offset <= part.text.length; offset += 1 + ((offset * 7 + broken) % 19)) {
          const expected = withoutIndex(cursorIn(bare(part), offset));
          expect(
            withoutIndex(cursorIn(part, offset)),
            `${part.text.slice(0, offset)}|${part.text.slice(offset)}`,
          ).toEqual(expected);
        }
      }
    }
  },
);

/** A character taken out, or one too many put in, somewhere. */
function brokenAt(text: string, seed: number): string {
  const at = (seed * 7919) % text.length;
  const characters = ['"', ",", ":", "{", "}", "[", "]", "/", "\n", "- ", "|", "'", "  "];
  return seed % 2
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + (characters[seed % characters.length] ?? "") + text.slice(at);
}

test("a long list before the cursor is not read", () => {
  const urls = Array.from({ length: 2000 }, (_, index) => `"https://app.example.com/${index}"`).join(",\n");
  const text = `{"CallbackURLs": [\n${urls}\n], "AllowedOAuthFlows": ["code", ""]}`;
  const [unit] = parseSpec(text, "json").units;
  if (!unit) throw new Error("no part");
  for (const [near, distance] of [
    ["/1500", 120],
    ["], ", 5],
    ['""', 40],
  ] as const) {
    const offset = text.indexOf(near) + 1;
    expect(offset - (anchorIn(unit.part, offset)?.from ?? 0)).toBeLessThan(distance);
  }
});

test("nor in YAML", () => {
  const urls = Array.from({ length: 2000 }, (_, index) => `  - https://app.example.com/${index}\n`).join("");
  const text = `CallbackURLs:\n${urls}AllowedOAuthFlows:\n  - code\n  - \n`;
  const [unit] = parseSpec(text, "yaml").units;
  if (!unit) throw new Error("no part");
  for (const [near, distance] of [
    ["/1500\n", 80],
    ["code", 40],
  ] as const) {
    const offset = text.indexOf(near) + 1;
    expect(offset - (yamlAnchor(unit.part, offset)?.from ?? 0)).toBeLessThan(distance);
  }
});
