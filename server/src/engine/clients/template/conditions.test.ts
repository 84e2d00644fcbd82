import { describe, expect, test } from "vitest";
import { viewOf } from "../../../../../test/support/template-view.ts";
import { MOST_SCENARIOS, scenariosOf } from "./conditions.ts";

const parameters = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Stage: { Type: String, AllowedValues: [dev, test, prod] }
  Name: { Type: String }
  Short: { Type: String, MaxLength: 3 }
  Stored: { Type: "AWS::SSM::Parameter::Value<String>", AllowedValues: [a, b] }
`;
/** Truths of the conditions in the order of their names, `?` behind those that are not certain to be possible. */
function possible(conditions: string, syntax: "yaml" | "json", more = ""): string[] | undefined {
  const view = viewOf(`${parameters}${more}Conditions:\n${conditions.replace(/^/gm, "  ")}\nResources: {}\n`, syntax);
  const names = new Set([...view.conditions.keys()]);
  return scenariosOf(names, view)
    ?.map(
      ({ truths, isCertain }) =>
        `${[...truths.values()].map((truth) => (truth ? "1" : "0")).join("")}${isCertain ? "" : "?"}`,
    )
    .sort();
}

describe.each(["yaml", "json"] as const)("combinations of conditions, in %s", (syntax) => {
  test.each([
    ["one that compares a parameter", "A: !Equals [!Ref Stage, prod]", ["0", "1"]],
    ["two that exclude each other", "A: !Equals [!Ref Stage, prod]\nB: !Equals [!Ref Stage, dev]", ["00", "01", "10"]],
    [
      "all allowed values",
      "A: !Equals [!Ref Stage, prod]\nB: !Equals [!Ref Stage, dev]\nC: !Equals [test, !Ref Stage]",
      ["001", "010", "100"],
    ],
    ["a value that is not allowed", "A: !Equals [!Ref Stage, stage]", ["0"]],
    ["a negation", "A: !Equals [!Ref Stage, prod]\nB: !Not [!Condition A]", ["01", "10"]],
    [
      "all and any",
      "A: !Equals [!Ref Stage, prod]\nB: !Equals [!Ref Name, x]\nC: !And [!Condition A, !Condition B]\nD: !Or [!Condition A, !Condition B]",
      ["0000", "0101", "1001", "1111"],
    ],
    ["two literals", "A: !Equals [a, a]\nB: !Equals [a, b]", ["10"]],
    ["a literal that is joined", 'A: !Equals [!Join ["", [a, b]], ab]', ["1"]],
    ["the same on both sides", "A: !Equals [!Ref Name, !Ref Name]", ["1"]],
    ["two parameters", "A: !Equals [!Ref Name, !Ref Stage]\nB: !Equals [!Ref Stage, !Ref Name]", ["00?", "11?"]],
    ["a pseudo parameter", "A: !Equals [!Ref AWS::Region, eu-west-1]", ["0", "1"]],
    ["a parameter that a pattern may bind", "A: !Equals [!Ref Short, long]", ["0?", "1?"]],
    ["what another stack says", "A: !Equals [!Ref Stored, a]", ["0?", "1?"]],
    ["a condition that is nowhere", "A: !Condition Elsewhere", ["0?", "1?"]],
    ["a function that nobody reads", "A: !Equals [!Select [0, [a]], a]", ["0?", "1?"]],
  ])("%s", (_, conditions, expected) => {
    expect(possible(conditions, syntax)).toEqual(expected);
  });

  test("none of a circle is certain", () => {
    const found = possible("A: !Not [!Condition B]\nB: !Not [!Condition A]", syntax) ?? [];
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((each) => !each.endsWith("?"))).toEqual([]);
  });

  test("nothing is certain beside rules on parameters", () => {
    const rules = "Rules:\n  R: { Assertions: [{ Assert: !Equals [!Ref Stage, prod] }] }\n";
    expect(possible("A: !Equals [!Ref Stage, prod]", syntax, rules)).toEqual(["0?", "1?"]);
  });

  test("more than can be told apart are not", () => {
    const all = ["a", "b", "c", "d"].map((name) => `${name.toUpperCase()}: !Equals [!Ref AWS::${name}, x]`).join("\n");
    expect(possible(all, syntax)).toBeUndefined();
    expect(2 ** 4).toBeGreaterThan(MOST_SCENARIOS);
  });
});

test("no conditions, one scenario", () => {
  expect(scenariosOf(new Set(), viewOf(parameters))).toEqual([{ truths: new Map(), isCertain: true }]);
});
