import { expect, test } from "vitest";
import { format } from "../features/format.ts";
import { limits } from "./limits.ts";
import { parseSpec } from "./parse.ts";

const openers = ["[", "{", "- ", "? ", "[[\n", '{"a":', "a: [", "{a: "];

/** Nothing that calls itself for each level may see such a text: V8 aborts where a regular expression is compiled at the stack's end. */
test.each(openers.flatMap((opener) => [101, 1_000, 10_000].map((times) => [opener, times] as const)))(
  "%j, %i times in YAML, is told to be too deep, also while somebody types into it",
  (opener, times) => {
    const deep = opener.repeat(times);
    for (const text of [deep, `${deep}x`, `\n${deep}x`, `ClientName: a\nCallbackURLs: ${deep}`]) {
      const document = parseSpec(text, "yaml");
      const codes = document.units.flatMap(({ part }) => part.problems.map(({ code }) => code));
      // Behind a key on the same line a dash or question mark opens nothing.
      if (!text.startsWith("Client") || !/^[-?]/.test(opener)) expect(codes).toContain("document-limit");
      expect(format(document, { tabSize: 2, insertSpaces: true })).toEqual([]);
    }
  },
);

test.each(
  ["[", '{"a":', '[{"a":', "[[\n"].flatMap((opener) => [101, 1_000, 100_000].map((times) => [opener, times] as const)),
)("%j, %i times in JSON, is told to be too deep, also while somebody types into it", (opener, times) => {
  const deep = opener.repeat(times);
  for (const text of [deep, `${deep}x`, `{"CallbackURLs":${deep}`]) {
    const document = parseSpec(text, "jsonc");
    const codes = document.units.flatMap(({ part }) => part.problems.map(({ code }) => code));
    expect(codes).toContain("document-limit");
  }
});

test("a text is made a tree as long as its nesting can be borne", () => {
  const at = (depth: number) => parseSpec(`${"[".repeat(depth)}${"]".repeat(depth)}`, "yaml").units[0]?.part.root;
  expect(at(limits.nesting)).toBeDefined();
  expect(at(limits.nesting + 1)).toBeUndefined();
});
