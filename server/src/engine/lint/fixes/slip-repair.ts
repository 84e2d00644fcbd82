import { withoutInvisible } from "../../document/invisible.ts";
import { indentOf, lineEnd, lineStart, nextLine } from "../../document/lines.ts";
import type { SyntaxProblem, TextEdit } from "../../document/part.ts";
import type { Fix } from "../rule.ts";

/** Repairs of the slips that document/yaml-causes.ts finds; suggestions all, since a slip can be mended in more than one way. */
export function slipRepairs(text: string, { reason, span }: SyntaxProblem): Fix[] {
  const { start, end } = span;
  switch (reason) {
    case "NO_SPACE":
      return [fix("Add the space", insertion(end, " "))];
    case "NO_COLON":
      return [fix("Add the colon", insertion(end, ":"))];
    case "INVISIBLE":
      return [invisible(text, start, end)];
    case "COLON_IN_VALUE":
      return [fix("Put the value in quotes", { span, newText: JSON.stringify(text.slice(start, end)) })];
    case "OPEN_BRACKET":
      return [fix(`Add the closing ${closeOf(text.charAt(start))}`, insertion(end, closeOf(text.charAt(start))))];
    case "DEEP_LINE":
      return shifted(text, start, indentOf(text, lineStart(text, start) - 1));
    case "UNEVEN_ITEM":
      return shifted(text, start, itemIndent(text, start));
    default:
      return [];
  }
}

/** Removes the line of a Markdown fence at the beginning, and its twin at the end. */
export function withoutFences(text: string): Fix {
  const edits: TextEdit[] = [];
  for (const { index } of text.matchAll(/^[ \t]{0,3}(?:`{3,}|~{3,})/gm))
    edits.push({ span: { start: index, end: nextLine(text, index) }, newText: "" });
  const [first] = edits;
  const last = edits.at(-1);
  const both = first && last && first !== last ? [first, last] : edits;
  return { title: "Remove the Markdown fence", safe: false, edits: both };
}

function invisible(text: string, start: number, end: number): Fix {
  const replaced = withoutInvisible(text.slice(start, end));
  return fix(replaced === "" ? "Remove the invisible character" : "Use an ordinary space", {
    span: { start, end },
    newText: replaced,
  });
}

function closeOf(bracket: string): string {
  return bracket === "[" ? "]" : "}";
}

/** Gives a line another indentation, and moves the lines below it along that are deeper than it was. */
function shifted(text: string, offset: number, indent: string): Fix[] {
  const old = indentOf(text, offset);
  if (old === indent) return [];
  const edits: TextEdit[] = [];
  let line = lineStart(text, offset);
  do {
    const here = indentOf(text, line);
    if (here.length > indent.length || here.length < indent.length) {
      const width = Math.max(0, here.length - old.length);
      edits.push({ span: { start: line, end: line + here.length }, newText: indent + " ".repeat(width) });
    }
    line = nextLine(text, line);
  } while (line < text.length && lineEnd(text, line) > line && indentOf(text, line).length > old.length);
  return [{ title: "Indent it like its neighbours", safe: false, edits }];
}

/** The indentation of the nearest item above. */
function itemIndent(text: string, offset: number): string {
  for (let line = lineStart(text, offset); line > 0; ) {
    line = lineStart(text, line - 1);
    if (/^[ \t]*-(?:\s|$)/.test(text.slice(line, lineEnd(text, line)))) return indentOf(text, line);
  }
  return indentOf(text, offset);
}

function fix(title: string, edit: TextEdit): Fix {
  return { title, safe: false, edits: [edit] };
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
