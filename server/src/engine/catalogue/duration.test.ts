import { expect, test } from "vitest";
import { counted, duration, durationInFull, readDuration } from "./duration.ts";

test.each([
  [1, "1 second"],
  [299, "299 seconds"],
  [300, "5 minutes"],
  [3600, "1 hour"],
  [5400, "90 minutes"],
  [86_400, "1 day"],
  [90_000, "25 hours"],
  [31_536_000, "365 days"],
  [63_072_000, "2 years"],
  [63_158_400, "731 days"],
  [315_360_000, "10 years"],
])("%i seconds are %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test("one is singular", () => {
  expect([counted(1, "days"), counted(2, "hours"), counted(0, "minutes")]).toEqual(["1 day", "2 hours", "0 minutes"]);
});

test.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [90, "1 minute 30 seconds"],
  [3600, "1 hour"],
  [216_000, "2 days 12 hours"],
  [315_360_000, "3,650 days"],
])("%i seconds in full are %s", (seconds, text) => expect(durationInFull(seconds)).toBe(text));

test.each([
  ["1 hour", { count: 1, unit: "hours" }],
  ["30d", { count: 30, unit: "days" }],
  ["90 Mins.", { count: 90, unit: "minutes" }],
  ["500 ms", undefined],
  ["5 ds", undefined],
  ["1 constructor", undefined],
])("%s is read as %j", (text, read) => {
  expect(readDuration(text)).toEqual(read);
});
