import { parseDocument } from "yaml";
import { commentsOf } from "../document/comments.ts";
import { applyEdits, sameValue } from "../document/edit/edit.ts";
import type { SpecNode } from "../document/node.ts";
import { parseSpec } from "../document/parse.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { plainOf } from "../document/plain.ts";

export interface YamlLayout {
  readonly indent: 2 | 4;
  /** Whether the items of a list are indented below their key. */
  readonly indentLists: boolean;
  readonly eol: "\n" | "\r\n";
}

/**
 * Lays out the text of one YAML document: quotes, block and flow style, anchors, blank lines and comments stay.
 * @returns `undefined` when the result would not say exactly the same, or would not stay as it is when laid out again.
 */
export function formatYaml(text: string, layout: YamlLayout): string | undefined {
  let once: string;
  try {
    once = layOut(text, layout);
  } catch {
    // The library reads some texts that it then refuses to write: an anchor with an invisible character in its name.
    return undefined;
  }
  if (!saysTheSame(partOf(text), partOf(once))) return undefined;
  return layOut(once, layout) === once ? once : undefined;
}

function layOut(text: string, { indent, indentLists, eol }: YamlLayout): string {
  const document = parseDocument(text, { uniqueKeys: false, merge: false, logLevel: "silent", version: "1.2" });
  const bare = document.toString({ indent, indentSeq: indentLists, lineWidth: 0, flowCollectionPadding: false });
  const laidOut = padded(bare, /\{[ \t]/.test(text), /\[[ \t]/.test(text));
  const ended = text.endsWith("\n") ? laidOut : laidOut.replace(/\n$/, "");
  return eol === "\r\n" ? ended.replace(/\r?\n/g, "\r\n") : ended;
}

/** The library pads maps and lists alike; most people write `{ a: 1 }` but `[a]`, so each keeps what the file shows. */
function padded(text: string, maps: boolean, lists: boolean): string {
  const edits: TextEdit[] = [];
  const visit = (node: SpecNode | undefined) => {
    if (!node || node.alias || (node.kind !== "object" && node.kind !== "array")) return;
    const children =
      node.kind === "object" ? node.members.filter(({ alias }) => !alias).map(({ value }) => value) : node.items;
    children.forEach(visit);
    const wanted = node.kind === "object" ? maps : lists;
    const { start, end } = node.span;
    if (!node.flow || !wanted || children.length === 0 || text.slice(start, end).includes("\n")) return;
    edits.push(
      { span: { start: start + 1, end: start + 1 }, newText: " " },
      { span: { start: end - 1, end: end - 1 }, newText: " " },
    );
  };
  if (maps || lists) visit(partOf(text)?.root);
  return applyEdits(text, edits);
}

function partOf(text: string): Part | undefined {
  return parseSpec(text, "yaml").units[0]?.part;
}

function saysTheSame(before: Part | undefined, after: Part | undefined): boolean {
  if (!before || !after || after.problems.length !== before.problems.length) return false;
  const texts = (part: Part) =>
    commentsOf(part)
      .map(({ text }) => text)
      .sort()
      .join("\n");
  if (texts(before) !== texts(after)) return false;
  const [a, b] = [plainOf(before.root), plainOf(after.root)];
  // What cannot be known (tags, templates) is compared by its words.
  if (a === undefined || b === undefined) return words(before.text) === words(after.text);
  return sameValue(a, b);
}

function words(text: string): string {
  return text.replace(/\s+/g, "");
}
