import { limits } from "./limits.ts";
import type { Part, Syntax, SyntaxProblem } from "./part.ts";

/** Keeps one syntax error per line, and none right behind another (a parser often reports one slip several times); duplicates and limits stay as they are. */
export function distinctProblems(problems: readonly SyntaxProblem[], text: string): SyntaxProblem[] {
  if (problems.length < 2) return [...problems];
  const kept: SyntaxProblem[] = [];
  let last: SyntaxProblem["span"] | undefined;
  for (const problem of [...problems].sort((a, b) => a.span.start - b.span.start)) {
    if (problem.code === "syntax-error") {
      if (last && !text.slice(last.start, problem.span.start).includes("\n")) continue;
      if (last && text.slice(last.end, problem.span.start).trim() === "") continue;
      last = problem.span;
    }
    kept.push(problem);
    if (kept.length >= limits.syntaxProblems) break;
  }
  return kept;
}

/** Reports every key that comes again in the same object, on the later one. */
export function duplicateKey(key: string, start: number, end: number, syntax: Syntax): SyntaxProblem {
  const effect =
    syntax === "yaml"
      ? "the AWS CLI refuses such YAML, and of other readers most take the last one"
      : "only the last one counts";
  return {
    code: "duplicate-key",
    message: `"${key}" stands twice in this object: ${effect}. Remove one of them.`,
    span: { start, end },
  };
}

/** Whether a part could not be read as its syntax has it, or not be read at all. */
export function isBroken({ problems }: Pick<Part, "problems">): boolean {
  return problems.some(({ code }) => code === "syntax-error" || code === "document-limit");
}
