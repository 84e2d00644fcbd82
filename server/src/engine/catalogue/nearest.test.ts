import { expect, test } from "vitest";
import { editDistance, nearest, slips } from "./nearest.ts";

test.each([
  ["", "", 0],
  ["abc", "abc", 0],
  ["abc", "", 3],
  ["", "ab", 2],
  ["kitten", "sitting", 3],
  ["openid", "opnid", 1],
  ["openid", "openids", 1],
  ["ab", "ba", 1],
  ["openid", "opneid", 1],
])("from %j to %j it takes %i edits", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test("stops counting at the limit", () => {
  expect(editDistance("kitten", "sitting", 2)).toBe(2);
  expect(editDistance("a", "abcdef", 3)).toBe(3);
});

test("finds the candidate with the fewest edits, the first of several, whatever the case", () => {
  expect(nearest("Emial", ["phone", "emiel", "email"])).toBe("emiel");
  expect(nearest("Emial", ["phone", "emal", "email", "emaul"])).toBe("emal");
  expect(nearest("Emial", ["emails", "email"])).toBe("email");
  expect(nearest("ab", ["ac", "ad"])).toBe("ac");
  expect(nearest("OPENID", ["email", "openid"], 0)).toBe("openid");
  expect(nearest("x", [])).toBeUndefined();
});

test("respects the limit", () => {
  expect(nearest("opnid", ["openid"], 1)).toBe("openid");
  expect(nearest("opnd", ["openid"], 1)).toBeUndefined();
});

test("allows one slip in three letters, one in any word, and four at most", () => {
  expect([1, 5, 6, 9, 14, 15].map((length) => slips("x".repeat(length)))).toEqual([1, 1, 2, 3, 4, 4]);
});
