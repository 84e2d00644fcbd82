import { commentsOf } from "../../document/comments.ts";
import { removeMembers } from "../../document/edit/edit.ts";
import { entriesOf } from "../../document/edit/entries.ts";
import { styleOf } from "../../document/edit/style.ts";
import { lineStart } from "../../document/lines.ts";
import { findMember, type Member, type ObjectNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";

/** What stands beside an answer's app client: the JavaScript SDK's and boto3's notes on the call. */
export const metadataNames: ReadonlySet<string> = new Set(["$metadata", "ResponseMetadata"]);

/** Removes the notes beside the wrapper. */
export function withoutMetadata(part: Part, root: ObjectNode): TextEdit[] {
  if (!findMember(root, "UserPoolClient")) return [];
  return removeMembers(
    part,
    root,
    root.members.filter(({ key }) => metadataNames.has(key)),
  );
}

/**
 * Lets the members of `UserPoolClient` take the wrapper's place, one level less indented, comments and all.
 * Leaves everything alone where something else stands beside the wrapper.
 */
export function unwrapped(part: Part, root: ObjectNode): TextEdit[] {
  const [wrapper] = root.members;
  const inner = wrapper?.value;
  if (root.members.length !== 1 || wrapper?.key !== "UserPoolClient" || inner?.kind !== "object") return [];
  if (wrapper.alias || inner.alias || inner.anchor || inner.members.length === 0) return [];
  // `? UserPoolClient` has its colon on another line.
  const before = part.text.slice(lineStart(part.text, wrapper.keySpan.start), wrapper.keySpan.start);
  if (part.syntax === "yaml" && before.trimEnd().endsWith("?")) return [];
  if (inner.flow !== root.flow) return [cut(wrapper.span.start, inner.span.start)];
  return inner.flow
    ? [...withoutBraces(part, wrapper, inner), ...withoutSecondComma(part, root, inner)]
    : withoutKeyLine(part, wrapper, inner);
}

function withoutBraces(part: Part, wrapper: Member, inner: ObjectNode): TextEdit[] {
  const { text } = part;
  const close = inner.span.end - 1;
  const first = skipSpace(text, inner.span.start + 1);
  const gap = `${styleOf(part).eol}${" ".repeat(widthAt(text, wrapper.span.start))}`;
  // A comment between the key and its brace stays, on the brace's line where it stood there.
  const kept = commentsOf(part)
    .filter(({ span }) => span.start > wrapper.keySpan.end && span.end <= inner.span.start)
    .map(({ span }) => {
      const isBeside = !text.slice(span.end, inner.span.start).includes("\n") && !text.startsWith("//", span.start);
      return text.slice(span.start, span.end) + (isBeside ? " " : gap);
    });
  let last = close;
  while (/\s/.test(text.charAt(last - 1))) last--;
  // A comment goes to its line's end, spaces and all: what comes behind it on the line would be part of it.
  const endsInComment = commentsOf(part).some(
    ({ span }) => span.start < last && last <= span.end && text.startsWith("//", span.start),
  );
  const opening = { span: { start: wrapper.span.start, end: first }, newText: kept.join("") };
  const closing = endsInComment ? cut(close, close + 1) : cut(last, close + 1);
  return [opening, ...dedented(part, first, last, widthAt(text, first) - widthAt(text, wrapper.span.start)), closing];
}

/** The comma behind the last member stays where it was; the one behind the wrapper would be one too many beside it. */
function withoutSecondComma(part: Part, root: ObjectNode, inner: ObjectNode): TextEdit[] {
  const [last, outer] = [entriesOf(part, inner).at(-1)?.comma, entriesOf(part, root).at(-1)?.comma];
  return last === undefined || outer === undefined ? [] : [cut(outer, outer + 1)];
}

function withoutKeyLine(part: Part, wrapper: Member, inner: ObjectNode): TextEdit[] {
  const { text } = part;
  const colon = text.indexOf(":", wrapper.keySpan.end) + 1;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(colon))?.[0].length;
  const line = lineStart(text, wrapper.span.start);
  // In a list of app clients (`- UserPoolClient:`) the first member moves up beside the hyphen.
  const beside = text.slice(line, wrapper.span.start).trim() !== "";
  const width = widthAt(text, inner.span.start) - widthAt(text, wrapper.span.start);
  if (rest === undefined) return [cut(wrapper.span.start, colon), ...dedented(part, colon, inner.span.end, width)];
  if (!beside) return [cut(line, colon + rest), ...dedented(part, colon + rest - 1, inner.span.end, width)];
  return [
    cut(wrapper.span.start, skipSpace(text, colon)),
    ...dedented(part, skipSpace(text, colon), inner.span.end, width),
  ];
}

/** Takes `width` columns from every line that begins in the range, or as many as it has. */
function dedented({ text }: Part, from: number, to: number, width: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf("\n", from) + 1; at > 0 && at <= to && width > 0; at = text.indexOf("\n", at) + 1) {
    let end = at;
    while (end < at + width && (text[end] === " " || text[end] === "\t")) end++;
    if (end > at) edits.push(cut(at, end));
  }
  return edits;
}

function widthAt(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

function cut(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: "" };
}
