import { expect, test } from "vitest";
import { readTemplates } from "./read.ts";

const ids = Array.from({ length: 150_000 }, (_, index) => `A${index}`);

test.each([
  ["yaml", `Resources:\n${ids.map((id) => `  ${id}:\n`).join("")}`],
  ["json", `{"Resources": {${ids.map((id) => `"${id}": {}`).join(",")}}}`],
] as const)("a template in %s may have more resources than a call takes arguments", (syntax, text) => {
  expect(readTemplates(text, syntax, 0)[0]?.resources.names.ids).toEqual(ids);
});
