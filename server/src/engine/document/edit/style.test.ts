import { expect, test } from "vitest";
import { parseSpec } from "../parse.ts";
import type { Dialect, Part } from "../part.ts";
import { emit, emitScalar } from "./emit.ts";
import { styleOf } from "./style.ts";

/** The text's part, which counts how often somebody looks at its tree. */
function counted(text: string, dialect: Dialect) {
  const [unit] = parseSpec(text, dialect).units;
  const looked = { times: 0 };
  const part = Object.defineProperty({ ...unit?.part }, "root", {
    get: () => {
      looked.times++;
      return unit?.part.root;
    },
  }) as Part;
  return { part, looked };
}

test.each([
  ["yaml", "A: 'x y'\nB:\n    C: 1\n"],
  ["json", '{\n    "A": "x y"\n}\n'],
] as const)("a value without need of quotes is written without a look at how the %s is", (dialect, text) => {
  const { part, looked } = counted(text, dialect);
  const style = styleOf(part);
  expect(emitScalar("openid", part.syntax, false, style)).toBe(dialect === "yaml" ? "openid" : '"openid"');
  expect(looked.times).toBe(0);
  expect(style.unit).toBe("    ");
  const times = looked.times;
  expect(times).toBeGreaterThan(0);
  expect(emitScalar("a: b", part.syntax, false, styleOf(part))).toBe(dialect === "yaml" ? "'a: b'" : '"a: b"');
  // What takes all traits at once gets the document's, too.
  expect(emit({ D: { E: 1 } }, part.syntax, style)).toBe(
    dialect === "yaml" ? "D:\n    E: 1" : '{\n    "D": {\n        "E": 1\n    }\n}',
  );
  expect(looked.times).toBe(times);
});
