import { describe, expect, test } from "vitest";
import { shortTemplates } from "../support/short-templates.ts";
import { findingsIn, told } from "../support/template-corpus.ts";
import { templateAsJson } from "../support/template-json.ts";

const accepted = shortTemplates("accepted.yaml");
const spoken = (text: string, dialect: "yaml" | "json", levels: readonly string[]) => [
  ...new Set(
    findingsIn(text, dialect, `template.${dialect}`)
      .filter(({ severity }) => levels.includes(severity))
      .map(told),
  ),
];

describe("what CloudFormation accepts has no error, and only the warnings that are meant", () => {
  test.each(accepted)("$name", ({ text, expected, isYamlOnly }) => {
    const levels = ["error", "warning"];
    expect(spoken(text, "yaml", levels)).toEqual(expected);
    if (!isYamlOnly) expect(spoken(templateAsJson(text), "json", levels).sort()).toEqual([...expected].sort());
  });
});

describe("what AWS refuses is found where it stands, whatever functions are around it", () => {
  test.each(shortTemplates("refused.yaml"))("$name", ({ text, expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    const levels = ["error", "warning"];
    expect(spoken(text, "yaml", levels).sort()).toEqual([...expected].sort());
    expect(spoken(templateAsJson(text), "json", levels).sort()).toEqual([...expected].sort());
  });
});
