import { expect, test } from "vitest";
import { age } from "./age.ts";

const now = Date.parse("2026-11-22T12:00:00Z");

test.each([
  ["2026-11-22T11:59:30Z", "now"],
  ["2026-11-22T11:58:59Z", "1 minute ago"],
  ["2026-11-22T09:00:01Z", "2 hours ago"],
  ["2026-11-20T12:00:00Z", "2 days ago"],
  ["2026-11-22T12:00:09Z", "now"],
])("%s is %s", (from, text) => {
  expect(age(from, now, "en")).toBe(text);
});
