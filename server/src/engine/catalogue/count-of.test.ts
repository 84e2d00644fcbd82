import { expect, test } from "vitest";
import { countOf } from "./count-of.ts";

test("one has no s", () => {
  const written = [
    countOf(0, "error"),
    countOf(1, "error"),
    countOf(2, "error"),
    countOf(1, "info"),
    countOf(3, "info"),
  ];
  expect(written).toEqual(["0 errors", "1 error", "2 errors", "1 info", "3 info"]);
});
