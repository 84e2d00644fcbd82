import { describe, expect, test } from "vitest";
import { random, randomEdit } from "../../../../test/support/storm.ts";
import { nodeAt } from "./node.ts";
import { parseSpec } from "./parse.ts";
import { applyEdits } from "./text-edit.ts";

const list = `[${Array.from({ length: 8 }, (_, index) => `\n  { "ClientName": "web-${index}", "CallbackURLs": [] }`).join(",")}\n]\n`;

describe("an edit inside a list", () => {
  test.each([
    ["in a value", "web-3", "web-33"],
    ["a new item", '"web-3", "CallbackURLs": [] },', '"web-3", "CallbackURLs": [] }, { "ClientName": "new" },'],
    ["an item less", '\n  { "ClientName": "web-3", "CallbackURLs": [] },', ""],
    ["a comment", '"web-3",', '"web-3", /* note */'],
    ["a syntax error", '"web-3",', '"web-3"'],
    ["a bracket too many", '[] },\n  { "ClientName": "web-4"', '[]] },\n  { "ClientName": "web-4"'],
    ["an open string", '"web-3",', '"web-3,'],
    ["the first item", "web-0", "web"],
    ["the last item", "web-7", "web"],
    ["two items at once", 'web-3", "CallbackURLs": [] },\n  { "ClientName": "web-4', "one"],
    ["the list's end", "\n]\n", ""],
  ])("reads the same as the whole file: %s", (_what, before, after) => {
    const start = list.indexOf(before);
    const text = applyEdits(list, [{ span: { start, end: start + before.length }, newText: after }]);
    for (const dialect of ["json", "jsonc"] as const) {
      expect(parseSpec(text, dialect, parseSpec(list, dialect))).toEqual(parseSpec(text, dialect));
      expect(parseSpec(list, dialect, parseSpec(text, dialect)), "and back").toEqual(parseSpec(list, dialect));
    }
  });

  test("keeps the parts of the other items", () => {
    const first = parseSpec(list, "json");
    const second = parseSpec(list.replace("web-3", "changed"), "json", first);
    const kept = second.units.filter(({ part }) => first.units.some((unit) => unit.part === part));
    expect(kept.length).toBeGreaterThanOrEqual(6);
  });

  test("keeps the values of its item that it did not touch", () => {
    const first = parseSpec(list, "json");
    const second = parseSpec(list.replace("web-3", "bew-3"), "json", first);
    const urls = [first, second].map(({ units }) => nodeAt(units[3]?.part.root, ["CallbackURLs"]));
    expect(urls[1]).toBe(urls[0]);
    expect(nodeAt(second.units[3]?.part.root, ["ClientName"])).toMatchObject({ value: "bew-3" });
  });
});

test("random edits, one upon the other, are read as the whole file would be", () => {
  const choose = random(23);
  for (const dialect of ["json", "jsonc"] as const) {
    let current = parseSpec(list, dialect);
    for (let edit = 0; edit < 1500; edit++) {
      const { start, end, text: inserted } = randomEdit(current.text, choose);
      const text = `${current.text.slice(0, start)}${inserted}${current.text.slice(end)}`;
      const fresh = parseSpec(text, dialect);
      expect(parseSpec(text, dialect, current), JSON.stringify([current.text, text])).toEqual(fresh);
      if (fresh.units.every(({ part }) => part.problems.length === 0) && fresh.units.length > 4) current = fresh;
      if (choose(20) === 0) current = parseSpec(list, dialect);
    }
  }
});
