import { lineEnd } from "./lines.ts";
import type { SyntaxProblem } from "./part.ts";

/**
 * Lines that are of no syntax at all, but were left by another tool: a merge that is not finished, or a document copied with its
 * Markdown fence. The parser's own words would hide that, so these take their place; nothing in such a text is fixed unasked.
 */
export function foreignLines(text: string): SyntaxProblem[] {
  return mergeMarkers(text) ?? fences(text) ?? hcl(text) ?? [];
}

function mergeMarkers(text: string): SyntaxProblem[] | undefined {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return undefined;
  const starts = Array.from(text.matchAll(/^(?:<{7}|>{7})(?=[ \r\n]|$)/gm), ({ index }) => index);
  if (starts.length === 0) return undefined;
  const message =
    "This is a marker of a merge that is not finished. Decide which of the two versions stays, and remove the other one and the lines with <<<<<<<, ======= and >>>>>>>.";
  return starts.slice(0, 20).map((start) => at(text, start, "MERGE_MARKER", message));
}

function fences(text: string): SyntaxProblem[] | undefined {
  const open = /^\s*(?:`{3,}|~{3,})/.exec(text.slice(0, 200));
  if (!open) return undefined;
  const start = open[0].search(/[`~]/);
  return [
    at(
      text,
      start,
      "FENCE",
      "This is the fence of a Markdown code block, not part of the document. Remove it, and its twin at the end.",
    ),
  ];
}

/** Terraform's language: a block with labels and its brace on one line, before anything else. */
function hcl(text: string): SyntaxProblem[] | undefined {
  const block = HCL_BLOCK.exec(text.slice(0, 2000));
  if (!block) return undefined;
  const start = block.index + (block[0].startsWith("\n") ? 1 : 0);
  return [at(text, start, "HCL", "This is Terraform's language, neither JSON nor YAML.")];
}
const HCL_BLOCK =
  /(?:^|\n)(?:resource|data|module|provider|variable|output|terraform|locals)(?:[ \t]+"[^"\n]*"){0,2}[ \t]*\{[ \t]*(?=\r?\n|$)/;

function at(text: string, start: number, reason: string, message: string): SyntaxProblem {
  return { code: "syntax-error", reason, message, span: { start, end: lineEnd(text, start) } };
}
