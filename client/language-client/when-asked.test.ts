import { expect, test } from "vitest";
import { whenAsked } from "./when-asked.ts";

test("the work begins when somebody waits, and is done once", async () => {
  let begun = 0;
  const answer = whenAsked(async () => ++begun);
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toBe(0);
  expect(await answer).toBe(1);
  expect(await answer).toBe(1);
});

test("a failure reaches everybody who waits", async () => {
  const failing = whenAsked(() => Promise.reject(new Error("no server")));
  await expect(failing).rejects.toThrow("no server");
  expect(await failing.catch((error: Error) => error.message)).toBe("no server");
});
