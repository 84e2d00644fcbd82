import { describe, expect, test } from "vitest";
import { marked } from "../../../../test/support/marks.ts";
import { configLimits, readConfig, ruleProblem } from "./config-file.ts";

test("a right file has no problems", () => {
  const text =
    '{ // ours\n "$schema": "x", "preset": "strict", "rules": { "implicit-grant": "off", "wrong-type": "hint", } }';
  expect(readConfig(text)).toEqual({
    preset: "strict",
    rules: { "implicit-grant": "off", "wrong-type": "hint" },
    problems: [],
  });
  expect(readConfig("{}")).toEqual({ problems: [] });
});

describe("what is wrong is told where it stands, and what is right still counts", () => {
  test.each<[string, string, RegExp]>([
    ["a preset", '{ "preset": ‹"all"›, "rules": { "implicit-grant": "off" } }', /one of: recommended, strict/],
    ["a preset of another type", '{ "preset": ‹true›, "rules": { "implicit-grant": "off" } }', /one of: recommended/],
    ["a rule id", '{ "rules": { ‹"no-such"›: "off", "implicit-grant": "off" } }', /There is no rule "no-such"/],
    ["a rule id of Object", '{ "rules": { ‹"constructor"›: "off", "implicit-grant": "off" } }', /There is no rule/],
    ["a level", '{ "rules": { "wrong-type": ‹"fatal"›, "implicit-grant": "off" } }', /off, hint, info, warning, error/],
    ["a level of another type", '{ "rules": { "wrong-type": ‹2›, "implicit-grant": "off" } }', /off, hint, info/],
    ["a level that is missing", '{ "rules": { "implicit-grant": "off", ‹"wrong-type"› } }', /./],
    ["another setting", '{ "rules": { "implicit-grant": "off" }, ‹"colour"›: 1 }', /There is no setting "colour"/],
  ])("%s", (_what, source, message) => {
    const { text, spans } = marked(source);
    const { rules, problems } = readConfig(text);
    expect(rules).toEqual({ "implicit-grant": "off" });
    expect(problems.some(({ span }) => JSON.stringify(span) === JSON.stringify(spans[0]))).toBe(true);
    expect(problems.map((problem) => problem.message).join()).toMatch(message);
  });

  test("rules that are no object", () => {
    const { text, spans } = marked('{ "rules": ‹["implicit-grant"]› }');
    expect(readConfig(text)).toEqual({
      problems: [{ message: expect.stringContaining('"rules" is an object'), span: spans[0] }],
    });
  });

  test.each(["", "[]", "42", "{", '{ "preset": "strict"', "no"])(
    "%j has one problem, with a place of some width",
    (text) => {
      const { problems } = readConfig(text);
      expect(problems).toHaveLength(1);
      for (const { span } of problems) expect(span.end).toBeGreaterThan(span.start);
    },
  );
});

describe("a file that nobody trusts yet", () => {
  test.each([
    ["brackets", "[".repeat(90_000)],
    ["braces", '{"rules":'.repeat(10_000)],
    ["closed brackets", `${"[".repeat(40_000)}${"]".repeat(40_000)}`],
    ["brackets behind a right setting", `{ "preset": "strict", "x": ${"[".repeat(50_000)}`],
  ])("%s: nested too deeply, and nothing of it counts", (_what, text) => {
    expect(readConfig(text)).toEqual({
      problems: [{ message: expect.stringContaining("nested too deeply"), span: expect.anything() }],
    });
  });

  test("brackets in strings and comments are no nesting", () => {
    const text = `{ /* ${"[".repeat(50)} */ "preset": "strict" } // ${"{".repeat(50)}`;
    expect(readConfig(text)).toEqual({ preset: "strict", problems: [] });
    expect(readConfig(`{ "${"[".repeat(50)}": 1 }`).problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining("There is no setting") }),
    ]);
  });

  test("one that is too long is not read", () => {
    const text = `{ "preset": "strict", "rules": {${'"implicit-grant":"off",'.repeat(5_000)}} }`;
    expect(text.length).toBeGreaterThan(configLimits.length);
    expect(readConfig(text)).toEqual({
      problems: [{ message: expect.stringContaining("at most 100000"), span: { start: 0, end: 1 } }],
    });
  });

  test("the first problems are told, each of bounded length", () => {
    const names = Array.from({ length: 300 }, (_, index) => `"${"x".repeat(200)}${index}": 1`);
    const { problems } = readConfig(`{${names.join(",")}}`);
    expect(problems).toHaveLength(configLimits.problems);
    for (const { message } of problems) expect(message.length).toBeLessThan(200);
  });

  test("names of Object's prototype set nothing", () => {
    const { rules = {}, problems } = readConfig(
      '{ "rules": { "__proto__": { "implicit-grant": "off" }, "constructor": "off" } }',
    );
    expect(rules).toEqual({});
    expect(rules["implicit-grant"]).toBeUndefined();
    expect(problems).toHaveLength(2);
  });
});

test("a rule's level", () => {
  expect(ruleProblem("implicit-grant", "off")).toBeUndefined();
  expect(ruleProblem("implicit-grant", "Off")?.about).toBe("level");
  expect(ruleProblem("implicit-grant", undefined)?.about).toBe("level");
  expect(ruleProblem("Implicit-Grant", "off")?.about).toBe("id");
});
