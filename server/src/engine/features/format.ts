import { format as formatJson } from "jsonc-parser";
import { isTemplate } from "../clients/template/document.ts";
import { styleOf } from "../document/edit/style.ts";
import { isUnread } from "../document/limits.ts";
import { coverTags } from "../document/mask.ts";
import type { Span } from "../document/node.ts";
import { parseSpec } from "../document/parse.ts";
import type { SpecDocument, TextEdit } from "../document/part.ts";
import { smallestEdit } from "../document/text-edit.ts";
import { splitStream } from "../document/yaml-stream.ts";
import { shift } from "../lint/finding.ts";
import { formatYaml } from "./format-yaml.ts";

/** What an editor says of the file. */
export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/**
 * Edits that lay out a file, or what of it touches a span (file offsets): JSON by jsonc-parser, YAML document by document.
 * A document with syntax errors is left alone, and so is one whose values or comments the new layout would change.
 */
export function format(document: SpecDocument, options: FormatOptions, span?: Span): TextEdit[] {
  // A template has an owner of its own for this.
  if (isTemplate(document)) return [];
  if (document.units.some(({ part }) => isUnread(part))) return [];
  // A template engine's tags are no JSON or YAML: a printer would take them for objects.
  if (coverTags(document.text, document.syntax) !== document.text) return [];
  return document.syntax === "json" ? jsonEdits(document, options, span) : yamlEdits(document, options, span);
}

function jsonEdits(
  { text, hasBom, eol, units }: SpecDocument,
  { tabSize, insertSpaces }: FormatOptions,
  span: Span | undefined,
): TextEdit[] {
  if (units.some(({ part }) => part.problems.some(({ code }) => code === "syntax-error"))) return [];
  // A byte order mark stays, and is no space before the first token.
  const from = hasBom ? 1 : 0;
  const range = span && { offset: Math.max(0, span.start - from), length: span.end - Math.max(span.start, from) };
  // jsonc-parser takes the last line break away unless it is asked to write one: a file keeps what it had.
  const insertFinalNewline = /[\r\n]/.test(text.slice(text.trimEnd().length));
  const edits = formatJson(text.slice(from), range, {
    tabSize,
    insertSpaces,
    eol,
    keepLines: false,
    insertFinalNewline,
  });
  return edits.map(({ offset, length, content }) => ({
    span: { start: from + offset, end: from + offset + length },
    newText: content,
  }));
}

function yamlEdits(
  { text, hasBom, eol }: SpecDocument,
  { tabSize }: FormatOptions,
  span: Span | undefined,
): TextEdit[] {
  return splitStream(text, hasBom ? 1 : 0).flatMap(({ base, end }) => {
    if (span && (end < span.start || base > span.end)) return [];
    const chunk = text.slice(base, end);
    const part = parseSpec(chunk, "yaml").units[0]?.part;
    if (!part?.root || part.problems.some(({ code }) => code !== "duplicate-key")) return [];
    // YAML is indented by spaces alone, and by two unless the editor asks for four.
    const { listIndent } = styleOf(part);
    const formatted = formatYaml(chunk, { indent: tabSize === 4 ? 4 : 2, indentLists: listIndent !== "", eol });
    return formatted === undefined || formatted === chunk ? [] : [moved(smallestEdit(chunk, formatted), base)];
  });
}

function moved({ span, newText }: TextEdit, base: number): TextEdit {
  return { span: shift(span, base), newText };
}
