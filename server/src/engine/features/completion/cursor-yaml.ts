import type { Part } from "../../document/part.ts";
import type { Cursor } from "./cursor.ts";
import { flowCursor } from "./cursor.ts";
import { type Block, yamlAnchor } from "./yaml-anchor.ts";
import { flowTokens } from "./yaml-flow.ts";

/**
 * The one reading of YAML beside the library's, and for half-typed text alone: what a person is writing is no tree yet.
 * The library takes an unclosed quote or bracket to the end of the file, makes one scalar of words on several lines, and
 * has no place for a blank line whose column says what could begin there; here each of them ends with its line.
 * @returns what belongs at an offset of a part in YAML; `undefined` where nothing does.
 */
export function yamlCursor(part: Part, offset: number): Cursor | undefined {
  const { from, blocks } = yamlAnchor(part, offset) ?? { from: 0, blocks: [] };
  return new BlockReader(part.text, offset, from, blocks).read();
}

/** Reads block style line by line, as far as the cursor, keeping only what encloses it. */
class BlockReader {
  private readonly blocks: Block[];
  /** Lines deeper than this belong to a block scalar. */
  private scalarIndent: number | undefined;
  private at: number;
  private readonly text: string;
  private readonly offset: number;

  /** @param from the start of a line, and the collections that are open there. */
  constructor(text: string, offset: number, from: number, blocks: Block[]) {
    this.text = text;
    this.offset = offset;
    this.at = from;
    this.blocks = blocks;
  }

  read(): Cursor | undefined {
    while (this.at <= this.text.length) {
      const end = this.lineEnd(this.at);
      const found = this.line(this.at, end);
      if (found !== undefined) return found === "none" ? undefined : found;
      if (this.at <= end) this.at = end + 1;
    }
    return undefined;
  }

  private lineEnd(from: number): number {
    const newline = this.text.indexOf("\n", from);
    return newline < 0 ? this.text.length : newline;
  }

  /** `undefined`: the cursor is further down. May move `at` past a value that spans lines. */
  private line(start: number, lineEnd: number): Cursor | "none" | undefined {
    const end = this.text.charAt(lineEnd - 1) === "\r" && lineEnd > start ? lineEnd - 1 : lineEnd;
    const here = this.offset >= start && this.offset <= lineEnd;
    const indent = this.text.slice(start, end).search(/[^ ]|$/);
    const first = start + indent;
    if (this.scalarIndent !== undefined) {
      if (first === end || indent > this.scalarIndent) {
        return here && (first < end || this.offset - start > this.scalarIndent) ? "none" : undefined;
      }
      this.scalarIndent = undefined;
    }
    if (first === end) return here ? this.blank(this.offset - start) : undefined;
    const character = this.text.charAt(first);
    if (character === "#") return here ? "none" : undefined;
    if (indent === 0 && /^(?:---|\.\.\.)(?=\s|$)/.test(this.text.slice(start, end))) {
      if (start + 3 >= end) return here ? "none" : undefined;
      this.blocks.length = 0;
      return this.content(this.skipSpaces(start + 3, end), start, end);
    }
    // What is written before a line's content would become one with it.
    if (here && this.offset < first) return "none";
    return this.content(first, start, end);
  }

  private skipSpaces(from: number, end: number): number {
    let at = from;
    while (at < end && (this.text.charAt(at) === " " || this.text.charAt(at) === "\t")) at++;
    return at;
  }

  private content(from: number, start: number, end: number): Cursor | "none" | undefined {
    let at = from;
    let indent = at - start;
    this.leave(indent, this.isDash(at, end));
    while (this.isDash(at, end)) {
      this.item(indent);
      const dash = indent;
      const next = this.skipSpaces(at + 1, end);
      if (this.offset > at && this.offset <= next && (next === end || this.offset < next)) {
        if (next === end) return this.dashed(dash, at);
        return "none";
      }
      at = next;
      if (at === end) return undefined;
      indent = at - start;
      this.leave(indent, this.isDash(at, end));
    }
    return this.keyOrValue(at, start, end);
  }

  private isDash(at: number, end: number): boolean {
    return this.text.charAt(at) === "-" && (at + 1 >= end || /\s/.test(this.text.charAt(at + 1)));
  }

  /** Forgets collections that a line of this indent has ended. */
  private leave(indent: number, dash: boolean): void {
    for (;;) {
      const top = this.blocks.at(-1);
      if (!top) return;
      const ended = top.indent > indent || (top.indent === indent && top.kind === "list" && !dash);
      if (!ended) return;
      this.blocks.pop();
    }
  }

  private item(indent: number): void {
    const top = this.blocks.at(-1);
    if (top?.kind === "list" && top.indent === indent) top.index++;
    else this.blocks.push({ kind: "list", indent, index: 0 });
  }

  private dashed(dash: number, at: number): Cursor {
    const replace = { start: this.offset, end: this.offset };
    const needsSpace = this.offset === at + 1;
    return {
      at: "item",
      path: this.path(this.blocks.length - 1),
      replace,
      quote: undefined,
      flow: false,
      indent: " ".repeat(dash),
      hasDash: true,
      ...(needsSpace && { needsSpace }),
    };
  }

  private keyOrValue(at: number, start: number, end: number): Cursor | "none" | undefined {
    const line = this.text.slice(at, end);
    const key = KEY.exec(line);
    const indent = at - start;
    if (!key) return this.scalarOrHalfKey(at, start, end);
    const [whole = "", name = ""] = key;
    const top = this.blocks.at(-1);
    const bare = unquoted(name);
    if (top?.kind === "map" && top.indent === indent) {
      top.key = bare;
      top.hasValue = false;
    } else this.blocks.push({ kind: "map", indent, key: bare, hasValue: false });
    const keyEnd = at + name.trimEnd().length;
    if (this.offset <= keyEnd && this.offset >= at) {
      return {
        at: "key",
        path: this.path(this.blocks.length - 1),
        replace: { start: at, end: keyEnd },
        quote: quoteOf(name),
        flow: false,
        hasColon: true,
        indent: " ".repeat(indent),
      };
    }
    return this.value(at + whole.length, end, indent);
  }

  /** @param colonEnd right behind the colon. */
  private value(colonEnd: number, end: number, indent: number): Cursor | "none" | undefined {
    const at = this.skipProperties(this.skipSpaces(colonEnd, end), end);
    const rest = this.text.slice(at, end);
    if (rest === "" || rest.startsWith("#")) {
      if (this.offset < colonEnd || this.offset > at)
        return this.offset > at && this.offset <= end ? "none" : undefined;
      return this.cursorAt("value", { start: this.offset, end: this.offset }, indent, this.offset === colonEnd);
    }
    const owner = this.blocks.at(-1);
    if (owner?.kind === "map") owner.hasValue = true;
    // Before a value that is there already nothing is written.
    if (this.offset >= colonEnd && this.offset < at) return "none";
    return this.scalar(at, end, indent, "value");
  }

  /** Anchors and tags before a value. */
  private skipProperties(from: number, end: number): number {
    const properties = /^(?:[&!][^\s,[\]{}]*[ \t]+)+/.exec(this.text.slice(from, end));
    return from + (properties?.[0].length ?? 0);
  }

  private scalarOrHalfKey(at: number, start: number, end: number): Cursor | "none" | undefined {
    const indent = at - start;
    const top = this.blocks.at(-1);
    const isItem = top?.kind === "list" && top.indent < indent;
    // A word alone on a line is a key being typed, unless it stands behind a dash or below a key that has no value yet.
    const below = top?.kind === "map" && !top.hasValue && top.indent < indent;
    if (/^[[{]/.test(this.text.slice(at, end)) || /^["'|>*]/.test(this.text.slice(at, end)) || isItem) {
      return this.scalar(at, end, isItem ? (top?.indent ?? 0) : indent, isItem ? "item" : "value");
    }
    const word = this.wordEnd(at, end);
    if (this.offset < at || this.offset > word) return this.offset <= end && this.offset > word ? "none" : undefined;
    const replace = { start: at, end: word };
    if (below)
      return {
        ...this.shared("value", replace, top.indent),
        path: this.path(this.blocks.length),
        ownLine: true,
        indent: " ".repeat(indent),
      };
    const depth = top?.kind === "map" && top.indent === indent ? this.blocks.length - 1 : this.blocks.length;
    if (top?.kind === "map" && top.indent < indent && top.hasValue) return "none";
    return { ...this.shared("key", replace, indent), path: this.path(depth) };
  }

  private wordEnd(at: number, end: number): number {
    const text = this.text.slice(at, end);
    const hash = text.indexOf("#");
    const word = hash < 0 ? text : text.slice(0, hash);
    // Without a space before it, it begins no comment.
    return hash >= 0 && /\S$/.test(word) ? at : at + word.trimEnd().length;
  }

  private scalar(at: number, end: number, indent: number, as: "value" | "item"): Cursor | "none" | undefined {
    const first = this.text.charAt(at);
    if (first === "[" || first === "{") return this.flow(at, as, indent);
    if (first === '"' || first === "'") return this.quoted(at, first, as, indent);
    if (first === "|" || first === ">") {
      this.scalarIndent = indent;
      return this.offset >= at && this.offset <= end ? "none" : undefined;
    }
    const word = this.wordEnd(at, end);
    if (this.offset > end || this.offset < at) return undefined;
    if (this.offset > word || first === "*") return "none";
    return this.cursorAt(as, { start: at, end: word }, indent, false);
  }

  private flow(at: number, as: "value" | "item", indent: number): Cursor | "none" | undefined {
    let after = at;
    const tokens = flowTokens(this.text, at, (end) => {
      after = end;
    });
    if (this.offset <= at)
      return this.offset === at ? this.cursorAt(as, { start: at, end: at }, indent, false) : undefined;
    const base = as === "item" ? this.path(this.blocks.length) : this.path(this.blocks.length);
    const found = flowCursor(tokens, this.offset, base);
    if (found) return found;
    this.at = Math.max(this.at, this.lineEnd(after) + 1);
    return this.offset < this.at ? "none" : undefined;
  }

  private quoted(at: number, quote: '"' | "'", as: "value" | "item", indent: number): Cursor | "none" | undefined {
    const close = quote === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/;
    const whole = close.exec(this.text.slice(at));
    const lineEnd = this.lineEnd(at);
    // A quote that is never closed is one being typed: it ends with its line.
    const multiline = whole?.[0].includes("\n") && this.offset <= lineEnd;
    const end = whole && !multiline ? at + whole[0].length : lineEnd;
    if (this.offset > at && this.offset <= end)
      return { ...this.cursorAt(as, { start: at, end }, indent, false), quote };
    if (whole && end > lineEnd) this.at = this.lineEnd(end) + 1;
    return this.offset > end && this.offset <= this.lineEnd(end) ? "none" : undefined;
  }

  /** The cursor stands on a line with nothing before it: its column says what it could begin. */
  private blank(column: number): Cursor | "none" {
    const last = this.blocks.at(-1);
    const replace = { start: this.offset, end: this.offset };
    if (last?.kind === "map" && !last.hasValue && last.indent < column) {
      return { ...this.shared("value", replace, column), path: this.path(this.blocks.length), ownLine: true };
    }
    let depth = this.blocks.length;
    while (depth > 0 && (this.blocks[depth - 1]?.indent ?? 0) > column) depth--;
    const top = this.blocks[depth - 1];
    if (!top)
      return column === 0 || this.blocks.length === 0 ? { ...this.shared("key", replace, column), path: [] } : "none";
    if (top.indent < column) return "none";
    if (top.kind === "map") return { ...this.shared("key", replace, column), path: this.path(depth - 1) };
    const parent = this.blocks[depth - 2];
    // `Key:` with its items in the same column: a key can follow as well, and more often does.
    if (parent?.kind === "map" && parent.indent === column)
      return { ...this.shared("key", replace, column), path: this.path(depth - 2) };
    return { ...this.shared("item", replace, column), path: this.path(depth - 1) };
  }

  private cursorAt(at: "value" | "item", replace: Cursor["replace"], indent: number, needsSpace: boolean): Cursor {
    const hasDash = at === "item";
    return {
      ...this.shared(at, replace, indent),
      path: this.path(at === "item" ? this.blocks.length - 1 : this.blocks.length),
      ...(needsSpace && { needsSpace }),
      ...(hasDash && { hasDash }),
    };
  }

  private shared(at: Cursor["at"], replace: Cursor["replace"], indent: number) {
    return { at, replace, quote: undefined, flow: false, indent: " ".repeat(Math.max(0, indent)) } as const;
  }

  /** Steps of the first `depth` open collections. */
  private path(depth: number): (string | number)[] {
    return this.blocks.slice(0, depth).map((block) => (block.kind === "map" ? block.key : block.index));
  }
}

/** A key with its colon at the start of a line's content. */
const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#[\]{},&*!|>'"%@`][^#]*?)[ \t]*:(?=\s|$)/;

function quoteOf(name: string): '"' | "'" | undefined {
  return name.startsWith('"') ? '"' : name.startsWith("'") ? "'" : undefined;
}

function unquoted(name: string): string {
  return quoteOf(name) ? name.slice(1, -1) : name.trimEnd();
}
