import { describe, expect, test } from "vitest";
import { marked } from "../../../../test/support/marks.ts";
import { readConfig, ruleProblem, withConfig } from "./config-file.ts";
import { defaultSettings } from "./settings.ts";

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

test("the file's word counts over the editor's, the rest stays", () => {
  const own = { preset: "strict", rules: { "implicit-grant": "error", "wrong-type": "hint" } } as const;
  expect(withConfig(own, undefined)).toBe(own);
  expect(withConfig(own, { preset: "recommended", rules: { "implicit-grant": "off" }, problems: [] })).toEqual({
    preset: "recommended",
    rules: { "implicit-grant": "off", "wrong-type": "hint" },
  });
  expect(withConfig(defaultSettings, { problems: [] })).toEqual(defaultSettings);
});

test("a rule's level", () => {
  expect(ruleProblem("implicit-grant", "off")).toBeUndefined();
  expect(ruleProblem("implicit-grant", "Off")?.about).toBe("level");
  expect(ruleProblem("implicit-grant", undefined)?.about).toBe("level");
  expect(ruleProblem("Implicit-Grant", "off")?.about).toBe("id");
});
