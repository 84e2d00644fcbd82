import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Parser,
  Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { foreignLines } from "./foreign-lines.ts";
import { callOf, callOfTag } from "./intrinsic.ts";
import { limits, TooDeep } from "./limits.ts";
import { coverTags, isCovered } from "./mask.ts";
import type { Member, ScalarNode, Span, SpecNode } from "./node.ts";
import type { SyntaxProblem } from "./part.ts";
import { isTemplate } from "./placeholder.ts";
import { distinctProblems, duplicateKey } from "./problems.ts";
import { causeOf } from "./yaml-causes.ts";
import { shallow } from "./yaml-depth.ts";

export interface YamlTree {
  readonly root: SpecNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Reads the text of one YAML document (YAML 1.2 core schema: `yes` is a string, `True` a boolean). */
export function readYaml(text: string): YamlTree {
  const covered = coverTags(text, "yaml");
  let document: Document.Parsed | undefined;
  try {
    // Duplicate keys are reported by our own rule, and merge keys resolved by us, with the places they come from.
    const composer = new Composer({
      uniqueKeys: false,
      merge: false,
      prettyErrors: false,
      logLevel: "silent",
      version: "1.2",
    });
    for (const next of composer.compose(shallow(new Parser().parse(covered)), true, text.length))
      document ??= next as Document.Parsed;
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { root: undefined, problems: [tooDeep({ start: 0, end: Math.min(1, text.length) })] };
  }
  if (!document) return { root: undefined, problems: [] };
  const reader = new YamlReader(text, covered, document.errors.length > 0);
  const root = document.contents ? reader.root(document.contents) : undefined;
  const foreign = document.errors.length > 0 || root?.kind === "scalar" ? foreignLines(text) : [];
  // Of another language nothing can be read at all.
  if (foreign.length > 0) return { root: foreign[0]?.reason === "HCL" ? undefined : root, problems: foreign };
  const problems = [...syntaxProblems(document.errors, text, reader.swallowed), ...reader.problems];
  return { root, problems: distinctProblems(problems, text) };
}

class YamlReader {
  readonly problems: SyntaxProblem[] = [];
  /** Text whose quote is not closed where one would expect. */
  readonly swallowed: Span[] = [];
  private readonly text: string;
  /** What the parser read: the text with a template engine's tags covered. */
  private readonly covered: string;
  private readonly broken: boolean;
  private readonly anchors = new Map<string, SpecNode>();
  private readonly openAnchors = new Set<string>();
  /** Nodes that each anchored node stands for, aliases counted in full. */
  private readonly sizes = new WeakMap<SpecNode, number>();
  private size = 0;

  constructor(text: string, covered: string, broken: boolean) {
    this.text = text;
    this.covered = covered;
    this.broken = broken;
  }

  /** An empty document has a null of no width as its root: that is no root. */
  root(contents: Node): SpecNode | undefined {
    const node = this.node(contents, 0);
    return node.kind === "scalar" && node.style === "empty" && !node.anchor ? undefined : node;
  }

  private node(node: Node, depth: number): SpecNode {
    this.size++;
    if (isAlias(node)) return this.alias(node);
    const anchor = (node as Scalar).anchor;
    const before = this.size;
    if (anchor) this.openAnchors.add(anchor);
    const plain = this.content(node, depth);
    if (!anchor) return plain;
    this.openAnchors.delete(anchor);
    const anchored = { ...plain, anchor };
    this.anchors.set(anchor, anchored);
    this.sizes.set(anchored, this.size - before + 1);
    return anchored;
  }

  private content(node: Node, depth: number): SpecNode {
    const { tag } = node;
    if (!tag || CORE_TAG.test(tag)) return this.untagged(node, depth);
    const args = this.untagged(node, depth);
    const call = callOfTag(tag, this.text, args);
    return { kind: "unknown", reason: "tag", span: this.span(node), text: tag, ...(call && { call }) };
  }

  private untagged(node: Node, depth: number): SpecNode {
    const span = this.span(node);
    if (depth >= limits.depth && !isScalar(node)) {
      if (!this.problems.some((p) => p.code === "document-limit")) this.problems.push(tooDeep(span));
      return { kind: "unknown", reason: "cut", span };
    }
    if (isMap(node)) return this.map(node as YAMLMap<Node, Node | null>, span, depth);
    if (isSeq(node)) return this.sequence(node as YAMLSeq<Node>, span, depth);
    return this.scalar(node as Scalar, span);
  }

  private map(map: YAMLMap<Node, Node | null>, span: Span, depth: number): SpecNode {
    const members: Member[] = [];
    const merged: Member[] = [];
    const keys = new Set<string>();
    for (const pair of map.items) {
      const member = this.member(pair, depth);
      if (member.key === "<<" && isScalar(pair.key) && pair.key.type === Scalar.PLAIN) {
        this.merge(member, merged);
        continue;
      }
      if (keys.has(member.key))
        this.problems.push(duplicateKey(member.key, member.keySpan.start, member.keySpan.end, "yaml"));
      keys.add(member.key);
      members.push(member);
    }
    // A key of the map itself wins over a merged one, an earlier merged one over a later.
    for (const member of merged) {
      if (keys.has(member.key)) continue;
      keys.add(member.key);
      members.push(member);
    }
    const call = depth > 0 ? callOf(members) : undefined;
    if (call) return { kind: "unknown", reason: "intrinsic", span, call };
    const own = members.filter((member) => !member.alias);
    const end = map.flow ? span.end : Math.max(span.start, ...own.map((member) => member.span.end));
    return {
      kind: "object",
      span: { start: span.start, end: own.length > 0 ? end : span.end },
      members,
      flow: Boolean(map.flow),
    };
  }

  private member(pair: Pair<Node, Node | null>, depth: number): Member {
    const keySpan = this.span(pair.key);
    if (isAlias(pair.key) && !this.anchors.has(pair.key.source)) this.unresolved(pair.key.source, keySpan);
    const key =
      isScalar(pair.key) && !isCovered(this.text, this.covered, keySpan.start, keySpan.end)
        ? String(pair.key.value ?? this.text.slice(keySpan.start, keySpan.end))
        : this.text.slice(keySpan.start, keySpan.end);
    const value = pair.value ? this.node(pair.value, depth + 1) : this.missing(keySpan.end);
    // A name alone that the parser already objects to is half typed, as `"Key"` is in JSON.
    if (!value) return { key, keySpan, span: keySpan, value: undefined };
    const own = value.alias ?? value.span;
    return { key, keySpan, span: { start: keySpan.start, end: Math.max(keySpan.end, own.end) }, value };
  }

  /** `Key` or `Key:` with nothing after it: a null of no width, right after the colon. */
  private missing(keyEnd: number): ScalarNode | undefined {
    const colon = /^[ \t]*:/.exec(this.text.slice(keyEnd, keyEnd + 20));
    if (!colon && this.broken) return undefined;
    const at = keyEnd + (colon ? colon[0].length : 0);
    return { kind: "scalar", span: { start: at, end: at }, value: null, style: "empty" };
  }

  private merge(member: Member, into: Member[]): void {
    const sources = member.value?.kind === "array" ? member.value.items : member.value ? [member.value] : [];
    for (const source of sources) {
      if (source.kind !== "object") continue;
      const alias = source.alias ?? source.span;
      for (const inner of source.members)
        into.push({ ...inner, alias, ...(inner.value && { value: withAlias(inner.value, alias) }) });
    }
  }

  private sequence(sequence: YAMLSeq<Node>, span: Span, depth: number): SpecNode {
    const items = sequence.items.map((item) => this.node(item, depth + 1));
    const last = items.at(-1);
    const end = sequence.flow || !last ? span.end : Math.max(span.start + 1, (last.alias ?? last.span).end);
    return { kind: "array", span: { start: span.start, end }, items, flow: Boolean(sequence.flow) };
  }

  private scalar(scalar: Scalar, span: Span): SpecNode {
    const style = this.style(scalar, span);
    const { value } = scalar;
    // A quote that is never closed swallows the lines below it: what it then holds is nobody's value.
    const swallowed = this.broken && (style === "double" || style === "single") && this.isUnclosed(span);
    if (swallowed) {
      this.swallowed.push(span);
      return { kind: "unknown", reason: "cut", span };
    }
    if (isCovered(this.text, this.covered, span.start, span.end)) {
      // The words as JSON would have them, without the quotes: a URL's scheme may be written out before the tag.
      const quotes = style === "double" || style === "single" ? 1 : 0;
      const text = this.text.slice(span.start + quotes, span.end - quotes);
      return { kind: "unknown", reason: "template", span, text };
    }
    if (typeof value === "string") {
      if (isTemplate(value)) return { kind: "unknown", reason: "template", span, text: value };
      return { kind: "scalar", span, value, style };
    }
    if (value === null || typeof value === "number" || typeof value === "boolean")
      return { kind: "scalar", span, value, style };
    return { kind: "unknown", reason: "tag", span };
  }

  private isUnclosed({ start, end }: Span): boolean {
    const source = this.text.slice(start, end);
    return source.includes("\n") || source.length === 1 || source.at(-1) !== source[0];
  }

  private style(scalar: Scalar, span: Span): ScalarNode["style"] {
    switch (scalar.type) {
      case Scalar.QUOTE_SINGLE:
        return "single";
      case Scalar.QUOTE_DOUBLE:
        return "double";
      case Scalar.BLOCK_FOLDED:
      case Scalar.BLOCK_LITERAL:
        return "block";
      default:
        return span.start === span.end ? "empty" : "plain";
    }
  }

  private alias(alias: Alias): SpecNode {
    const span = this.span(alias);
    const target = this.anchors.get(alias.source);
    if (!target) {
      this.unresolved(alias.source, span);
      return { kind: "unknown", reason: "cut", span };
    }
    this.size += this.sizes.get(target) ?? 1;
    if (this.size > limits.aliasNodes) {
      if (!this.problems.some((p) => p.code === "document-limit")) {
        this.problems.push({
          code: "document-limit",
          message: `The aliases up to here stand for more than ${limits.aliasNodes.toLocaleString("en")} values: what this one stands for is not checked.`,
          span,
        });
      }
      return { kind: "unknown", reason: "cut", span };
    }
    return withAlias(target, span);
  }

  private unresolved(name: string, span: Span): void {
    const message = this.openAnchors.has(name)
      ? `*${name} stands inside what it refers to, which would never end.`
      : `No anchor &${name} stands before this alias.`;
    this.problems.push({ code: "syntax-error", message, span });
  }

  /** Ends are those of the value itself: block scalars and collections otherwise take the line end after them along. */
  private span(node: Node): Span {
    const [start, valueEnd] = node.range ?? [0, 0];
    let end = valueEnd;
    while (end > start && isSpace(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }
}

const CORE_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** The value as reached through an alias: every value in it, so that nothing in it counts as written here. */
function withAlias(node: SpecNode, alias: Span): SpecNode {
  const { anchor: _anchor, ...rest } = node as SpecNode & { anchor?: string };
  if (rest.kind === "array") return { ...rest, alias, items: rest.items.map((item) => withAlias(item, alias)) };
  if (rest.kind === "unknown" && rest.call?.args) {
    return { ...rest, alias, call: { ...rest.call, args: withAlias(rest.call.args, alias) } };
  }
  if (rest.kind !== "object") return { ...rest, alias };
  const members = rest.members.map((m) => ({ ...m, alias, ...(m.value && { value: withAlias(m.value, alias) }) }));
  return { ...rest, alias, members };
}

function tooDeep(span: Span): SyntaxProblem {
  return {
    code: "document-limit",
    message: `Nested more than ${limits.depth} levels deep: what is deeper is not checked. An app client needs three levels.`,
    span,
  };
}

/** Where the slip behind an error is known, what else the parser says of the same place is its echo. */
function syntaxProblems(errors: readonly YAMLError[], text: string, swallowed: readonly Span[]): SyntaxProblem[] {
  const explained = new Map<number, SyntaxProblem>();
  for (const error of errors) {
    const cause = explained.has(error.pos[0]) ? undefined : causeOf(error, text);
    if (cause) explained.set(error.pos[0], cause);
  }
  const others = errors.filter(({ pos }) => !explained.has(pos[0]));
  return [...explained.values(), ...others.map((error) => syntaxProblem(error, text, swallowed))];
}

function syntaxProblem(error: YAMLError, text: string, swallowed: readonly Span[]): SyntaxProblem {
  // The parser misses the quote at the end of the text; people look for it where it was opened.
  const opened = /^Missing closing .quote/.test(error.message)
    ? swallowed.find(({ end }) => error.pos[0] >= end - 1)
    : undefined;
  if (opened) {
    const line = text.slice(opened.start).search(/\r?\n/);
    const span = { start: opened.start, end: line < 0 ? text.length : opened.start + line };
    return {
      code: "syntax-error",
      message: `This ${text.charAt(opened.start)} is not closed on its line: close it where the value ends.`,
      span,
    };
  }
  const start = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const lineEnd = text.indexOf("\n", start);
  const end = Math.max(start + 1, Math.min(error.pos[1], lineEnd < 0 ? text.length : lineEnd));
  return {
    code: "syntax-error",
    reason: error.code,
    message: messages[error.code] ?? `${error.message.replace(/\.?$/, ".")}`,
    span: { start, end: Math.min(end, Math.max(text.length, 1)) },
  };
}

const messages: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "YAML is indented with spaces, not tabs.",
  BAD_INDENT: "This line is not indented like its neighbours.",
  BLOCK_AS_IMPLICIT_KEY: "A key must stand on one line with its colon, and may not hold a list or a map.",
  MULTILINE_IMPLICIT_KEY: "A colon is missing after this name, or the value before it is not closed.",
  MISSING_CHAR: "Something is not closed here: look for a missing quote, bracket, comma or colon.",
  BLOCK_IN_FLOW:
    "Inside [ ] and { } values stand on the same level, separated by commas: a closing bracket may be missing.",
  BAD_SCALAR_START: "A plain value may not begin with this character: put it in quotes.",
  BAD_ALIAS: "This is not the name of an anchor.",
  UNEXPECTED_TOKEN: "This does not belong here: a quote, a comma or a line break may be missing before it.",
  BAD_DQ_ESCAPE: "YAML does not know this escape: use single quotes, or \\\\ for a backslash.",
};
