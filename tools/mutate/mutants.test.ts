import { describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { mutantsOf, type SyntaxNode, withSleepers } from "./mutants.ts";

const mutants = (text: string) => mutantsOf(text, parseAst(text, { lang: "ts" }) as unknown as SyntaxNode);
const labels = (text: string) => mutants(text).map(({ label }) => label);

describe("mutantsOf", () => {
  test("turns comparisons round, and shifts bounds", () => {
    expect(labels("f(a < b)")).toEqual(["a < b → (a) <= (b)", "a < b → (a) >= (b)"]);
    expect(labels("f(a !== b)")).toEqual(["a !== b → (a) === (b)"]);
    expect(labels("f(60)")).toEqual(["60 → 61", "60 → 59"]);
  });

  test("swaps and with or, and drops negations", () => {
    expect(labels("f(a && !b)")).toEqual(["a && !b → (a) || (!b)", "!b → b"]);
  });

  test("opens and closes guards", () => {
    expect(labels("for (;;) { if (a) continue; }")).toEqual(["a → true", "a → false"]);
    expect(labels("f(a ? b : c)")).toEqual(["a → true", "a → false"]);
  });

  test("empties strings that are compared, looked up or listed, and leaves words for people alone", () => {
    expect(labels('f("code", { values: ["x"] })')).toEqual(['"code" → ""', '"x" → ""']);
    expect(labels('f({ message: "m", title: `t ${"x"}`, "key": 1 })')).toEqual(["1 → 2", "1 → 0"]);
    expect(labels('import a from "a"; type B = "b"; a["b"];')).toEqual([]);
  });

  test("swaps some with every, and nothing that only sounds like a method", () => {
    expect(labels("f(a.some(b))")).toEqual(["a.some(b) → a.every(b)"]);
    expect(labels("f(a.toString())")).toEqual([]);
  });

  test("tells what takes effect while the module is loaded", () => {
    expect(mutants("const a = 1; function f() { return 2; }").map(({ atLoad }) => atLoad)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("withSleepers", () => {
  const text = "(a, b) => !a && b < 3";
  const found = mutants(`const f = ${text};`);
  const source = withSleepers(`const f = ${text};`, found).slice("const f = ".length, -1);
  const awake = globalThis as { mutant?: number };
  // biome-ignore lint/security/noGlobalEval: the text is this test's own.
  const run = (eval as (text: string) => (a: boolean, b: number) => boolean)(source);

  const inputs: [boolean, number][] = [
    [true, 2],
    [false, 2],
    [false, 3],
    [false, 4],
    [true, 4],
  ];

  test("asleep, nothing differs", () => {
    awake.mutant = 0;
    expect(inputs.map(([a, b]) => run(a, b))).toEqual([false, true, false, false, false]);
  });

  test("awake, each of them differs from the original", () => {
    const answers = found.map((_, index) => {
      awake.mutant = index + 1;
      return inputs.map(([a, b]) => run(a, b)).join();
    });
    awake.mutant = 0;
    expect(found.map(({ label }) => label)).toEqual([
      "!a && b < 3 → (!a) || (b < 3)",
      "!a → a",
      "b < 3 → (b) <= (3)",
      "b < 3 → (b) >= (3)",
      "3 → 4",
      "3 → 2",
    ]);
    expect(answers.filter((answer) => answer === "false,true,false,false,false")).toEqual([]);
  });
});
