import { limits } from "./limits.ts";
import type { SyntaxProblem } from "./part.ts";

/** Keeps one syntax error per line (a parser often reports one slip several times), and duplicates and limits as they are. */
export function distinctProblems(problems: readonly SyntaxProblem[], text: string): SyntaxProblem[] {
  if (problems.length < 2) return [...problems];
  const kept: SyntaxProblem[] = [];
  let lastError = -1;
  for (const problem of [...problems].sort((a, b) => a.span.start - b.span.start)) {
    if (problem.code === "syntax-error") {
      const sameLine = lastError >= 0 && !text.slice(lastError, problem.span.start).includes("\n");
      if (sameLine) continue;
      lastError = problem.span.start;
    }
    kept.push(problem);
    if (kept.length >= limits.syntaxProblems) break;
  }
  return kept;
}

/** Reports every key that comes again in the same object, on the later one. */
export function duplicateKey(key: string, start: number, end: number): SyntaxProblem {
  return {
    code: "duplicate-key",
    message: `"${key}" stands twice in this object: only the last one counts, and YAML tools may refuse the file. Remove one of them.`,
    span: { start, end },
  };
}
