import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shownLate } from "./shown-late.ts";

const patience = 850;
let seen: string[];
beforeEach(() => {
  seen = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function told() {
  let number = 0;
  return shownLate((message, cancellable) => {
    const name = `${++number}${cancellable ? " with Cancel" : ""}`;
    seen.push(`${name}: ${message}`);
    return { say: (text) => seen.push(`${name}: ${text}`), close: () => seen.push(`${name} closed`) };
  }, patience);
}

test("A quick write shows nothing, so that its result is the only notification", () => {
  const { say, close } = told();
  say("looking once more", true);
  vi.advanceTimersByTime(300);
  say("sending", false);
  vi.advanceTimersByTime(200);
  say("done", true);
  close();
  vi.advanceTimersByTime(10_000);
  expect(seen).toEqual([]);
});

test("A slow one shows what is going on now, and loses its Cancel button when that would do nothing", () => {
  const { say, close } = told();
  say("looking once more", true);
  say("looking at the name", true);
  vi.advanceTimersByTime(patience);
  expect(seen).toEqual(["1 with Cancel: looking at the name"]);
  say("looking at the id", true);
  say("sending", false);
  say("looking what became of it", false);
  expect(seen.slice(1)).toEqual(["1 with Cancel: looking at the id", "1 with Cancel closed"]);
  vi.advanceTimersByTime(patience);
  close();
  expect(seen.slice(3)).toEqual(["2: looking what became of it", "2 closed"]);
});

test("What is said first later than that is shown at once", () => {
  const { say, close } = told();
  vi.advanceTimersByTime(patience);
  expect(seen).toEqual([]);
  say("sending", false);
  expect(seen).toEqual(["1: sending"]);
  close();
});
