import { expect, test } from "vitest";
import { traceLine } from "./trace-line.ts";

test.each([
  [
    'Sending notification \'textDocument/didOpen\'.\nParams: {"text":"ClientSecret: canary"}',
    "Sending notification textDocument/didOpen",
  ],
  ["Sending request 'textDocument/hover - (3)'.", "Sending request textDocument/hover"],
  [
    "Received response 'textDocument/hover - (3)' in 12ms. Request failed: canary (-32603).",
    "Received response textDocument/hover in 12 ms",
  ],
  ["Received notification '$/progress'.\nParams: 1 in 99ms", "Received notification $/progress"],
])("keeps method and time of %j", (message, line) => {
  expect(traceLine(message)).toBe(line);
});

test.each(["ClientSecret: canary", '{"text":"canary"}', "Params: Sending request 'x'", ""])("drops %j", (message) => {
  expect(traceLine(message)).toBeUndefined();
});
