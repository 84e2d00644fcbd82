import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { ask } from "./ask.ts";

/** Somebody who answers when the question stands there. */
function terminal(answer: string | undefined) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = new PassThrough();
  let shown = "";
  output.on("data", (chunk) => {
    const before = shown;
    shown += chunk;
    if (before.includes("Create? ") || !shown.includes("Create? ")) return;
    if (answer === undefined) input.end();
    else input.write(answer);
  });
  return { input, output };
}

test("what is typed at the question is the answer", async () => {
  const { input, output } = terminal("yes\n");
  expect(await ask("Create? ", input, output)).toBe("yes");
});

test.each(["yes\n", "yes", "yes\nyes\nyes\n"])("what was typed before it is none: %j", async (early) => {
  const { input, output } = terminal("no\n");
  input.write(early);
  expect(await ask("Create? ", input, output)).toBe("no");
});

test("Ctrl-C typed before it, and the end of the input, are no answer", async () => {
  const interrupted = terminal("yes\n");
  interrupted.input.write("\x03");
  expect(await ask("Create? ", interrupted.input, interrupted.output)).toBeUndefined();
  const ended = terminal(undefined);
  expect(await ask("Create? ", ended.input, ended.output)).toBeUndefined();
});
