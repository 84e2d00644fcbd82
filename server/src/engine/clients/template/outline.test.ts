import { expect, test } from "vitest";
import { blockIn } from "./outline.ts";

const outlined = (text: string) =>
  blockIn(text, 0, text.length).entries.map(({ key, start, end }) => [key, text.slice(start, end)]);

test.each<[string, string, [string, string][]]>([
  [
    "keys and what is below them",
    "A:\n  x: 1\nB: 2\n",
    [
      ["A", "A:\n  x: 1"],
      ["B", "B: 2"],
    ],
  ],
  [
    "a list at the column of its key",
    "A:\n- x\n- y\nB: 2\n",
    [
      ["A", "A:\n- x\n- y"],
      ["B", "B: 2"],
    ],
  ],
  [
    "text in the first column, in quotes",
    "A:\n  x: 'one\n\ntwo\n'\n  y: 1\nB: 2\n",
    [
      ["A", "A:\n  x: 'one\n\ntwo\n'\n  y: 1"],
      ["B", "B: 2"],
    ],
  ],
  [
    "the same behind the key itself, with escapes",
    'A: "a \\"\ntwo"\nB: 2\n',
    [
      ["A", 'A: "a \\"\ntwo"'],
      ["B", "B: 2"],
    ],
  ],
  [
    "two quotes for one",
    "A: 'it''s\ntwo'\nB: 2\n",
    [
      ["A", "A: 'it''s\ntwo'"],
      ["B", "B: 2"],
    ],
  ],
  [
    "a word without a colon is nobody's",
    "A:\n  x: 'one'\nhalf\nB: 2\n",
    [
      ["A", "A:\n  x: 'one'"],
      ["B", "B: 2"],
    ],
  ],
  [
    "an apostrophe opens nothing",
    "A:\n  x: don't\nhalf\nB: 2\n",
    [
      ["A", "A:\n  x: don't"],
      ["B", "B: 2"],
    ],
  ],
  [
    "a collection in flow style that ends in the first column",
    "A: {\n  x: [1, # ]\n  'it''s }'],\n}\nB: 2\n",
    [
      ["A", "A: {\n  x: [1, # ]\n  'it''s }'],\n}"],
      ["B", "B: 2"],
    ],
  ],
  [
    "the same below a key, behind a tag, with items that are no keys",
    'A:\n  x: !If [\n"a",\n[b]\n]\n  y: 1\nB: 2\n',
    [
      ["A", 'A:\n  x: !If [\n"a",\n[b]\n]\n  y: 1'],
      ["B", "B: 2"],
    ],
  ],
  [
    "a bracket in a plain text opens nothing",
    "A:\n  x: a [b\n]\nB: 2\n",
    [
      ["A", "A:\n  x: a [b"],
      ["B", "B: 2"],
    ],
  ],
  [
    "a bracket that is being typed takes no key away",
    "A:\n  x: [one\nB: 2\n",
    [
      ["A", "A:\n  x: [one"],
      ["B", "B: 2"],
    ],
  ],
  [
    "a quote that is being typed takes no key away",
    "A:\n  x: 'one\nB: 2\n",
    [
      ["A", "A:\n  x: 'one"],
      ["B", "B: 2"],
    ],
  ],
])("%s", (_, text, expected) => {
  expect(outlined(text)).toEqual(expected);
  expect(outlined(text.replaceAll("\n", "\r\n"))).toEqual(
    expected.map(([key, block]) => [key, block.replaceAll("\n", "\r\n")]),
  );
});
