import type { AppClient } from "../clients/app-client.ts";
import { clientsIn } from "../clients/clients-in.ts";
import { isTemplate } from "../clients/template/document.ts";
import { commentsOf } from "../document/comments.ts";
import { emitScalar } from "../document/edit/emit.ts";
import { entriesOf } from "../document/edit/entries.ts";
import { defaultStyle } from "../document/edit/style.ts";
import { lineEnd, lineStart } from "../document/lines.ts";
import type { SpecNode } from "../document/node.ts";
import type { Comment, Part, SpecDocument, Syntax } from "../document/part.ts";
import { unknownIn } from "./convert-unknown.ts";

export interface Converted {
  readonly text: string;
  /** `jsonc` when comments came along. */
  readonly dialect: "json" | "jsonc" | "yaml";
}

/**
 * Writes a spec in the other syntax: a YAML stream becomes a JSON list and back, comments stay with their member or item,
 * aliases and merge keys are written out. @returns `undefined` while the document has syntax errors: nothing may get lost.
 */
export function convert(document: SpecDocument): Converted | undefined {
  if (isTemplate(document)) return undefined;
  const to: Syntax = document.syntax === "json" ? "yaml" : "json";
  const clients = clientsIn(document);
  if (clients.some(({ root, part }) => !root || part.problems.some(({ code }) => code === "syntax-error")))
    return undefined;
  const isList = clients.some(({ path }) => path.length > 0);
  const texts = clients.map((client) => write(client, to, clients.length > 1 && to === "json" ? "  " : ""));
  const hasComments = document.units.some(({ part }) => commentsOf(part).length > 0);
  if (to === "yaml") return { text: texts.map((text) => `${text}\n`).join("---\n"), dialect: "yaml" };
  const text = isList ? `[\n${texts.map((each) => `  ${each}`).join(",\n")}\n]` : texts.join("");
  return { text: `${text}\n`, dialect: hasComments ? "jsonc" : "json" };
}

/** One app client without a line break at its end. */
function write({ part, root, extent }: AppClient, to: Syntax, indent: string): string {
  const writer = new Writer(part, to);
  const node = root as SpecNode;
  const { start, end } = node.alias ?? node.span;
  const body = writer.value(node, indent);
  const head = writer.taken(extent.start, start);
  const tail = writer.taken(end, extent.end);
  return `${head.map((line) => `${line}\n${indent}`).join("")}${body}${tail.map((line) => `\n${indent}${line}`).join("")}`;
}

interface Written {
  readonly before: readonly string[];
  readonly text: string;
  /** The comment at the end of its line. */
  readonly after: string | undefined;
}

class Writer {
  private readonly part: Part;
  private readonly to: Syntax;
  private readonly comments: readonly Comment[];
  private readonly done = new Set<Comment>();
  /** Of the entry that is being written: its key's end, or its own start. */
  private keyEnd: number | undefined;

  constructor(part: Part, to: Syntax) {
    this.part = part;
    this.to = to;
    this.comments = commentsOf(part);
  }

  /** Comments of a range that nobody has written yet, as lines of the other syntax. */
  taken(from: number, until: number): string[] {
    return this.comments.flatMap((comment) => {
      if (this.done.has(comment) || comment.span.start < from || comment.span.start >= until) return [];
      this.done.add(comment);
      return comment.text.split(/\r?\n/).map((line) => this.comment(line.replace(/^\s*\*?\s?/, "")));
    });
  }

  private comment(text: string): string {
    return `${this.to === "yaml" ? "#" : "//"}${text === "" ? "" : ` ${text}`}`;
  }

  value(node: SpecNode, indent: string): string {
    if (node.kind === "unknown") return unknownIn(this.part, node, this.to);
    if (node.kind === "scalar")
      return node.value === null ? "null" : emitScalar(node.value, this.to, this.to === "json", defaultStyle);
    const inner = indent + defaultStyle.unit;
    const isList = node.kind === "array";
    const entries = this.entries(node, this.to === "yaml" ? indent : inner);
    if (entries.length === 0) return isList ? "[]" : "{}";
    if (this.to === "yaml") return this.lines(entries, "", indent);
    const [open, close] = isList ? ["[", "]"] : ["{", "}"];
    const short =
      isList &&
      entries.every((entry) => entry.before.length === 0 && entry.after === undefined) &&
      node.items.every((item) => item.kind === "scalar");
    const oneLine = `[${entries.map(({ text }) => text).join(", ")}]`;
    if (short && oneLine.length <= 80) return oneLine;
    return `${open}\n${inner}${this.lines(entries, ",", inner)}\n${indent}${close}`;
  }

  private lines(entries: readonly Written[], comma: string, indent: string): string {
    return entries
      .map(({ before, text, after }, index) => {
        const end = index < entries.length - 1 ? comma : "";
        return [...before, `${text}${end}${after === undefined ? "" : ` ${after}`}`].join(`\n${indent}`);
      })
      .join(`\n${indent}`);
  }

  /** @param indent of the entries in the target. */
  private entries(node: SpecNode & { kind: "object" | "array" }, indent: string): Written[] {
    if (node.alias) return this.plainEntries(node, indent);
    // In block style comments below the key come before the value's own first character.
    let from = node.flow ? node.span.start : (this.keyEnd ?? node.span.start);
    const written = entriesOf(this.part, node).map((entry): Written => {
      const before = this.taken(from, entry.start);
      const last = Math.max(entry.end, (entry.comma ?? entry.end - 1) + 1);
      const eol = lineEnd(this.part.text, last);
      const trailing = this.startsIn(last, eol);
      from = last;
      const value = entry.node ?? undefined;
      this.keyEnd = entry.member?.keySpan.end ?? entry.start;
      const text = this.entry(entry.member?.key, value, indent);
      const inside = this.taken(entry.start, last);
      const after = trailing && this.trailing(trailing);
      return { before: [...before, ...inside], text, after };
    });
    const merged = node.kind === "object" ? node.members.filter(({ alias }) => alias) : [];
    const tail = this.taken(from, node.span.end);
    const rest = merged.map(({ key, value }) => ({
      before: [],
      text: this.entry(key, value, indent),
      after: undefined,
    }));
    const all = [...written, ...rest];
    const last = all.at(-1);
    // What stands before the closing bracket comes before the last entry rather than get lost.
    return last && tail.length > 0 ? [...all.slice(0, -1), { ...last, before: [...last.before, ...tail] }] : all;
  }

  private plainEntries(node: SpecNode & { kind: "object" | "array" }, indent: string): Written[] {
    const pairs: [string | undefined, SpecNode | undefined][] =
      node.kind === "array"
        ? node.items.map((item) => [undefined, item])
        : node.members.map(({ key, value }) => [key, value]);
    return pairs.map(([key, value]) => ({ before: [], text: this.entry(key, value, indent), after: undefined }));
  }

  private entry(key: string | undefined, value: SpecNode | undefined, indent: string): string {
    const inner = indent + defaultStyle.unit;
    const isBlock = this.to === "yaml" && value !== undefined && isFilled(value);
    if (key === undefined)
      return this.to === "yaml"
        ? `- ${value ? this.value(value, inner) : ""}`
        : value
          ? this.value(value, indent)
          : "null";
    const name = emitScalar(key, this.to, this.to === "json", defaultStyle);
    if (value === undefined) return `${name}: null`;
    return isBlock ? `${name}:\n${inner}${this.value(value, inner)}` : `${name}: ${this.value(value, indent)}`;
  }

  private startsIn(from: number, until: number): Comment | undefined {
    return this.comments.find(
      ({ span }) => span.start >= from && span.start < until && lineStart(this.part.text, span.start) <= from,
    );
  }

  private trailing(comment: Comment): string | undefined {
    if (this.done.has(comment) || comment.text.includes("\n")) return undefined;
    this.done.add(comment);
    return this.comment(comment.text);
  }
}

function isFilled(node: SpecNode): boolean {
  return (node.kind === "array" && node.items.length > 0) || (node.kind === "object" && node.members.length > 0);
}
