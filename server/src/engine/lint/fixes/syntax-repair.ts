import { applyEdits } from "../../document/edit/edit.ts";
import { lineEnd, lineStart } from "../../document/lines.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Part, SyntaxProblem, TextEdit } from "../../document/part.ts";
import type { Fix } from "../rule.ts";
import { jsonRepairs } from "./json-repair.ts";
import { slipRepairs, withoutFences } from "./slip-repair.ts";

/** @returns repairs of one syntax error, as far as the text determines them; each was tried and leaves less to complain of. */
export function repairs(part: Part, problem: SyntaxProblem): Fix[] {
  if (problem.reason === "FENCE") return [withoutFences(part.text)];
  const candidates = part.syntax === "json" ? jsonRepairs(part.text, problem) : yamlRepairs(part.text, problem);
  return candidates.filter(({ edits }) => edits.length > 0 && helps(part, edits));
}

function helps(part: Part, edits: readonly TextEdit[]): boolean {
  const text = applyEdits(part.text, edits);
  // In plain JSON more is an error than in the text by itself, which is read with comments and spare commas.
  const own = part.problems.filter(({ code }) => code === "syntax-error").length;
  return syntaxErrors(part, text) < Math.max(own, syntaxErrors(part, part.text));
}

/** As many as the text has by itself: of a JSON list's item, its comma is one, before and after. */
function syntaxErrors({ syntax }: Part, text: string): number {
  return parseSpec(text, syntax === "json" ? "jsonc" : "yaml").units.reduce(
    (sum, { part }) => sum + part.problems.filter(({ code }) => code === "syntax-error").length,
    0,
  );
}

function yamlRepairs(text: string, problem: SyntaxProblem): Fix[] {
  const { reason, span } = problem;
  if (reason === "TAB_AS_INDENT") return [spacesForTabs(text)];
  if (reason === "BAD_SCALAR_START") return [quotedScalar(text, span.start)];
  return slipRepairs(text, problem);
}

/** All of them at once: half of them would move lines to other levels. Tabs among spaces have no certain width. */
function spacesForTabs(text: string): Fix {
  const edits: TextEdit[] = [];
  let isMixed = false;
  for (const { 1: blank = "", index } of text.matchAll(/^([ \t]+)(?=\S)/gm)) {
    if (!blank.includes("\t") || blank.includes(" ")) isMixed = true;
    if (!blank.includes("\t")) continue;
    edits.push({ span: { start: index, end: index + blank.length }, newText: blank.replaceAll("\t", "  ") });
  }
  return { title: "Indent with spaces", safe: !isMixed, edits };
}

function quotedScalar(text: string, start: number): Fix {
  const rest = text.slice(start, lineEnd(text, start));
  const comment = rest.search(/\s#/);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  const edits = [{ span: { start, end: start + value.length }, newText: JSON.stringify(value) }];
  const inFlow = /[[{,]/.test(text.slice(lineStart(text, start), start));
  return { title: "Put it in quotes", safe: true, edits: inFlow ? [] : edits };
}
