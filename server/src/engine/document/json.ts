import { type JSONPath, type JSONVisitor, type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { foreignLines } from "./foreign-lines.ts";
import { callOf } from "./intrinsic.ts";
import { findInvisible } from "./invisible.ts";
import { limits, TooDeep, TooMany } from "./limits.ts";
import { coverTags, isCovered } from "./mask.ts";
import type { Member, Span, SpecNode } from "./node.ts";
import type { Part, SyntaxProblem } from "./part.ts";
import { isTemplate } from "./placeholder.ts";
import { distinctProblems, duplicateKey } from "./problems.ts";

type Open =
  | {
      kind: "object";
      start: number;
      members: Member[];
      keys: Set<string>;
      pending: { key: string; start: number; end: number; colon: number } | undefined;
    }
  | { kind: "array"; start: number; items: SpecNode[]; isList: boolean };

interface Segment {
  base: number;
  end: number;
  root: SpecNode | undefined;
  problems: SyntaxProblem[];
}

export interface JsonFile {
  readonly isList: boolean;
  /** It has more items than are read; then there are no segments. */
  readonly isTooLong?: true;
  readonly segments: readonly { readonly base: number; readonly part: Part }[];
}

const tooLong: JsonFile = { isList: true, isTooLong: true, segments: [] };

/**
 * Reads a JSON or JSONC file in one visit. A root array becomes one segment per item; segments tile the file, so that
 * an item's comments and comma belong to it, and its offsets do not depend on what stands before.
 * @param comments whether comments and trailing commas are part of the language (`.jsonc`) or reported (`.json`).
 */
export function readJson(text: string, comments: boolean): JsonFile {
  const reader = new JsonReader(text, comments);
  return reader.read();
}

class JsonReader {
  private readonly stack: Open[] = [];
  private readonly segments: Segment[] = [];
  private current: Segment = { base: 0, end: 0, root: undefined, problems: [] };
  private isList = false;
  private sawRoot = false;
  private broken = false;
  private lastEnd = 0;
  private readonly text: string;
  /** What the parser reads: the text with a template engine's tags covered. */
  private readonly covered: string;
  private readonly comments: boolean;

  constructor(text: string, comments: boolean) {
    this.text = text;
    this.covered = coverTags(text, "json");
    this.comments = comments;
  }

  read(): JsonFile {
    try {
      visit(this.covered, this.visitor(), {
        allowTrailingComma: this.comments,
        disallowComments: false,
        allowEmptyContent: true,
      });
    } catch (error) {
      if (error instanceof TooMany) return tooLong;
      if (!(error instanceof TooDeep)) throw error;
      this.stack.length = 0;
      this.tooDeep(0);
    }
    this.closeDownTo(0);
    this.current.end = this.text.length;
    this.segments.push(this.current);
    const filled =
      this.isList && this.segments.length > 1
        ? this.segments.filter((s) => s.root || s.problems.length > 0)
        : this.segments;
    if (filled.length > limits.appClients) return tooLong;
    return { isList: this.isList, segments: filled.map((segment) => this.toPart(segment)) };
  }

  private toPart({ base, end, root, problems }: Segment) {
    const text = this.text.slice(base, end);
    const foreign = problems.some(({ code }) => code === "syntax-error") ? foreignLines(text) : [];
    const part: Part = {
      syntax: "json",
      text,
      root: foreign[0]?.reason === "HCL" ? undefined : root,
      problems: foreign.length > 0 ? foreign : distinctProblems(problems, text),
    };
    return { base, part };
  }

  private visitor(): JSONVisitor {
    return {
      onObjectBegin: (offset, length, _line, _column, path) => {
        this.open(
          { kind: "object", start: offset, members: [], keys: new Set(), pending: undefined },
          path,
          offset,
          length,
        );
      },
      onObjectProperty: (name, offset, length, _line, _column, path) => {
        const isTag = isCovered(this.text, this.covered, offset, offset + length);
        const key = isTag ? this.text.slice(offset, offset + length) : name;
        if (this.broken) this.closeDownTo(path().length + 1);
        this.flushPending();
        const top = this.stack.at(-1);
        if (top?.kind === "object") top.pending = { key, start: offset, end: offset + length, colon: -1 };
        this.lastEnd = offset + length;
      },
      onSeparator: (character, offset, length) => this.separator(character, offset, length),
      onObjectEnd: (offset, length) => this.close("object", offset + length),
      onArrayBegin: (offset, length, _line, _column, path) => {
        const isList = !this.sawRoot;
        if (isList) this.isList = true;
        this.open({ kind: "array", start: offset, items: [], isList }, path, offset, length);
      },
      onArrayEnd: (offset, length) => this.close("array", offset + length),
      onLiteralValue: (value, offset, length, _line, _column, path) => {
        if (this.broken) this.closeDownTo(path().length);
        this.lastEnd = offset + length;
        this.add(this.scalar(value, offset, length));
      },
      onComment: (offset, length) => {
        if (this.comments) return;
        this.current.problems.push({
          code: "json-comment",
          message: COMMENT,
          span: this.span(offset, offset + length),
        });
      },
      onError: (error, offset, length) => {
        this.broken = true;
        this.syntaxError(error, offset, length);
      },
    };
  }

  private span(start: number, end: number) {
    // jsonc-parser counts one character too many in a comment that is not closed.
    return { start: start - this.current.base, end: Math.min(end, this.text.length) - this.current.base };
  }

  private scalar(value: string | number | boolean | null, offset: number, length: number): SpecNode {
    const span = this.span(offset, offset + length);
    if (isCovered(this.text, this.covered, offset, offset + length))
      return { kind: "unknown", reason: "template", span, text: this.text.slice(offset, offset + length) };
    if (typeof value === "string" && isTemplate(value))
      return { kind: "unknown", reason: "template", span, text: value };
    return { kind: "scalar", span, value, style: typeof value === "string" ? "double" : "plain" };
  }

  private open(container: Open, path: () => JSONPath, offset: number, length: number): void {
    if (this.broken) this.closeDownTo(path().length);
    this.sawRoot = true;
    this.lastEnd = offset + length;
    if (this.stack.length === limits.depth) this.tooDeep(offset);
    // jsonc-parser calls itself for each level.
    if (this.stack.length > limits.nesting) throw new TooDeep();
    this.stack.push(container);
  }

  private tooDeep(offset: number): void {
    if (this.current.problems.some((p) => p.code === "document-limit")) return;
    this.current.problems.push({
      code: "document-limit",
      message: `Nested more than ${limits.depth} levels deep: what is deeper is not checked. An app client needs three levels.`,
      span: this.span(offset, Math.min(offset + 1, this.text.length)),
    });
  }

  private separator(character: string, offset: number, length: number): void {
    this.lastEnd = offset + length;
    const top = this.stack.at(-1);
    if (character === ":" && top?.kind === "object" && top.pending) top.pending.colon = offset + length;
    if (character !== ",") return;
    this.flushPending();
    if (top?.kind === "array" && top.isList && this.stack.length === 1) {
      this.current.end = offset + length;
      this.segments.push(this.current);
      if (this.segments.length > limits.appClients) throw new TooMany();
      this.current = { base: offset + length, end: 0, root: undefined, problems: [] };
    }
  }

  /** A key without a value, as while typing. */
  private flushPending(): void {
    const top = this.stack.at(-1);
    if (top?.kind !== "object" || !top.pending) return;
    const { key, start, end, colon } = top.pending;
    top.pending = undefined;
    this.pushMember(top, {
      key,
      keySpan: this.span(start, end),
      span: this.span(start, Math.max(end, colon)),
      value: undefined,
    });
  }

  private pushMember({ members, keys }: Open & { kind: "object" }, member: Member): void {
    if (keys.has(member.key)) {
      const { start, end } = member.keySpan;
      this.current.problems.push(duplicateKey(member.key, start, end, "json"));
    }
    keys.add(member.key);
    members.push(member);
  }

  private add(node: SpecNode): void {
    const top = this.stack.at(-1);
    if (top === undefined) {
      this.sawRoot = true;
      this.current.root ??= node;
    } else if (top.kind === "array") {
      if (top.isList && this.stack.length === 1) this.current.root ??= node;
      else top.items.push(node);
    } else if (top.pending) {
      const { key, start, end } = top.pending;
      top.pending = undefined;
      const keySpan = this.span(start, end);
      this.pushMember(top, { key, keySpan, span: { start: keySpan.start, end: node.span.end }, value: node });
    }
  }

  private close(kind: Open["kind"], end: number): void {
    this.lastEnd = end;
    if (this.stack.at(-1)?.kind === kind) this.pop(end);
  }

  /** Closes what an error left open, so that at most `depth` containers are. */
  private closeDownTo(depth: number): void {
    while (this.stack.length > depth) this.pop(this.lastEnd);
  }

  private pop(end: number): void {
    this.flushPending();
    const container = this.stack.pop();
    if (!container) return;
    if (container.kind === "array" && container.isList && this.stack.length === 0) return;
    this.add(this.closed(container, this.span(container.start, end)));
  }

  private closed(container: Open, span: Span): SpecNode {
    if (this.stack.length >= limits.depth) return { kind: "unknown", reason: "cut", span };
    if (container.kind === "array") return { kind: "array", span, items: container.items, flow: true };
    const call = this.stack.length > 0 ? callOf(container.members) : undefined;
    if (call) return { kind: "unknown", reason: "intrinsic", span, call };
    return { kind: "object", span, members: container.members, flow: true };
  }

  /** What was just read is not what somebody meant. */
  private forgetLast(): void {
    const top = this.stack.at(-1);
    const list: (Member | SpecNode)[] = top?.kind === "object" ? top.members : (top?.items ?? []);
    const last = list.pop();
    if (!last) return;
    const cut = (span: Span): SpecNode => ({ kind: "unknown", reason: "cut", span });
    list.push("keySpan" in last ? { ...last, ...(last.value && { value: cut(last.value.span) }) } : cut(last.span));
  }

  private syntaxError(error: ParseErrorCode, offset: number, length: number): void {
    const word = this.text.slice(offset, offset + length);
    const start = offset >= this.text.length ? Math.max(this.current.base, this.text.trimEnd().length - 1) : offset;
    const code = printParseErrorCode(error);
    // `05` is read as two numbers that stand side by side.
    if (
      code === "CommaExpected" &&
      /^\d/.test(word) &&
      /(?:^|[^\w.])0$/.test(this.text.slice(Math.max(0, offset - 2), offset))
    ) {
      this.current.problems.push({
        code: "syntax-error",
        reason: "LeadingZero",
        message: "A number of JSON does not begin with 0: write it without, or in quotes if it is text.",
        span: this.span(offset - 1, offset + length),
      });
      this.forgetLast();
      return;
    }
    const message = symbolMessage(code, word) ?? syntaxMessages[code] ?? "This is not valid JSON here.";
    this.current.problems.push({
      code: "syntax-error",
      reason: code,
      message,
      span: this.span(start, Math.max(start + 1, offset + length)),
    });
  }
}

const COMMENT =
  "Plain JSON has no comments, and the AWS CLI refuses the file. Name the file .jsonc, or remove the comment before the CLI reads it.";

function symbolMessage(code: string, word: string): string | undefined {
  if (code !== "InvalidSymbol") return undefined;
  if (/^(true|false|null)$/i.test(word)) return `JSON writes ${word.toLowerCase()} in lower case.`;
  if (word === "None") return "JSON writes null where Python writes None.";
  if (word.startsWith("'")) return "JSON puts strings in double quotes, not single ones.";
  if (TYPOGRAPHIC.test(word))
    return "These are typographic quotes, as a word processor writes them; JSON takes straight ones only.";
  const hidden = findInvisible(word);
  if (hidden?.index === 0)
    return `Here stands ${hidden.name}, which is no white space for JSON. Write an ordinary space instead, or remove it.`;
  if (/^(?:0\d|[+.]\d)/.test(word)) return "JSON writes numbers without a sign, zero or point in front: 5, not 05.";
  return `"${word.slice(0, 40)}" is not a JSON value: put text in double quotes.`;
}

/** Typographic quotes of several languages. */
const TYPOGRAPHIC = /^["']?[\u2018-\u201F\u00AB\u00BB]/;

const syntaxMessages: Readonly<Record<string, string>> = {
  InvalidNumberFormat: "This is not a number that JSON can hold.",
  PropertyNameExpected:
    'A member name in double quotes belongs here, such as "ClientName". Remove a comma that is one too many.',
  ValueExpected: "A value belongs here.",
  ColonExpected: "A colon belongs between the name and its value.",
  CommaExpected: "A comma is missing before this.",
  CloseBraceExpected: "A closing brace } is missing.",
  CloseBracketExpected: "A closing bracket ] is missing.",
  EndOfFileExpected:
    "Nothing may follow the end of the JSON value: remove this, or put several app clients into one [ … ].",
  UnexpectedEndOfComment: "This comment is not closed: end it with */.",
  UnexpectedEndOfString: 'This string is not closed: end it with ".',
  UnexpectedEndOfNumber: "This number stops too early.",
  InvalidUnicode: "\\u must be followed by four hexadecimal digits.",
  InvalidEscapeCharacter: 'JSON does not know this escape: use \\\\, \\", \\n, \\t or \\uXXXX.',
  InvalidCharacter: "This control character may not stand in a JSON string: write it as an escape.",
};
