import { expect, test } from "vitest";
import { recentFirst, used } from "./recent.ts";

const own = (name: string) => name;

test("what was used last comes first, the rest keeps its order", () => {
  expect(recentFirst(["a", "b", "c", "d"], own, ["c", "gone", "b"])).toEqual(["c", "b", "a", "d"]);
  expect(recentFirst(["b", "a"], own, [])).toEqual(["b", "a"]);
});

test("using again moves to the front without a copy, and the eldest is forgotten", () => {
  expect(used("b", ["a", "b", "c"])).toEqual(["b", "a", "c"]);
  expect(used("d", ["a", "b", "c"], 3)).toEqual(["d", "a", "b"]);
});
