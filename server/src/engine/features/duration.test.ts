import { expect, test } from "vitest";
import { durationText } from "./duration.ts";

test.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [90, "1 minute 30 seconds"],
  [3600, "1 hour"],
  [216_000, "2 days 12 hours"],
  [315_360_000, "3,650 days"],
])("%i seconds is %s", (seconds, text) => expect(durationText(seconds)).toBe(text));
