import type { SyntaxProblem } from "../document/part.ts";
import { repairs } from "../lint/fixes/syntax-repair.ts";
import type { Rule } from "../lint/rule.ts";
import type { Spec } from "../reading/spec.ts";

export const syntaxError: Rule = {
  id: "syntax-error",
  summary: "The file is valid JSON or YAML",
  why: "A file that cannot be parsed cannot be sent. What can still be read around the error is checked as usual.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  fixable: true,
  *check(spec) {
    for (const problem of spec.problems) {
      // What is of another language altogether is foreign-document's.
      if (problem.code !== "syntax-error" || problem.reason === "HCL" || isEcho(spec, problem)) continue;
      // CloudFormation's reader lets a collection in flow style go on in any column.
      if (spec.template && problem.reason === "SHALLOW_FLOW_LINE") continue;
      const { message, reason, span } = problem;
      yield {
        span,
        path: [],
        message,
        ...(reason !== undefined && { data: { reason } }),
        fixes: (part) => repairs(part, problem),
      };
    }
  },
};

/** After a word that is no JSON the parser misses a value at the next bracket, though nothing there is wrong. */
function isEcho({ part, problems }: Spec, { reason, span }: SyntaxProblem): boolean {
  if (part.syntax !== "json" || reason !== "ValueExpected" || !/[}\]]/.test(part.text.charAt(span.start))) return false;
  if (/[,:[{]\s*$/.test(part.text.slice(Math.max(0, span.start - 1000), span.start))) return false;
  return problems.some((other) => other.reason === "InvalidSymbol" && other.span.start < span.start);
}
