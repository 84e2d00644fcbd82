import { expect, test } from "vitest";
import type { Problem } from "../deploy/index.ts";
import { problemText } from "./problem.ts";

const finding = {
  ruleId: "wrong-type",
  severity: "error",
  message: "GenerateSecret takes true or false.",
  path: ["Generate\u001bSecret"],
  span: { start: 14, end: 20 },
} as const;

test("findings stand at file, line and column, as lint says it", () => {
  const problem: Problem = {
    kind: "spec",
    message: "The spec has errors.",
    next: { kind: "fix-spec" },
    findings: [finding],
  };
  const text = "ClientName: a\nGenerateSecret: maybe\n";
  expect(problemText(problem, { name: "web.yaml", text })).toBe(
    "The spec has errors.\n  web.yaml:2:1: error: GenerateSecret takes true or false. [wrong-type]\n",
  );
  expect(problemText(problem)).toContain("  /Generate\\u001bSecret: error: ");
});

test("no word of AWS or of a file steers the terminal", () => {
  const hostile = "\u001b]0;x\u0007\n::error::x\r##[group]\u202e";
  const problem: Problem = {
    kind: "refused",
    message: hostile,
    next: { kind: "open", url: hostile },
    aws: { operation: "CreateUserPoolClient", name: "InvalidParameterException", message: hostile, requestId: hostile },
  };
  const out = problemText(problem);
  for (const character of ["\u001b", "\u0007", "\u202e", "\r"]) expect(out).not.toContain(character);
  expect(out.trimEnd().split("\n")).toHaveLength(3);
  for (const line of out.split("\n")) expect(line).not.toMatch(/^\s*::|##\[/);
});
