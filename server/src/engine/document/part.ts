import type { Span, SpecNode } from "./node.ts";

export type Syntax = "json" | "yaml";

/** What a file is written in; `jsonc` allows comments and trailing commas. */
export type Dialect = Syntax | "jsonc";

/** What the parser itself objects to. The rest of the part is still checked. */
export interface SyntaxProblem {
  readonly code: "syntax-error" | "duplicate-key" | "document-limit" | "json-comment";
  /** The parser's own name for a syntax error (`CommaExpected`, `TAB_AS_INDENT`): repairs depend on it. */
  readonly reason?: string;
  readonly message: string;
  readonly span: Span;
}

export interface Comment {
  /** With its `#`, `//` or delimiters. */
  readonly span: Span;
  /** Without them, trimmed. */
  readonly text: string;
}

/**
 * A text and its tree: a document of a YAML stream, an item of a JSON array, or a whole file.
 * Immutable and independent of where in the file it stands: anything computed from a part may be kept (in a WeakMap) as long as the part lives.
 */
export interface Part {
  readonly syntax: Syntax;
  readonly text: string;
  /** `undefined` when there is nothing but white space and comments. */
  readonly root: SpecNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Set on the first part of a `.json` file behind a byte order mark, which JSON does not have (RFC 8259, 8.1) and its readers may refuse. */
  readonly isMarked?: true;
}

export interface Unit {
  readonly part: Part;
  /** Offset of the part's first character in the file. */
  readonly base: number;
}

export interface SpecDocument {
  readonly syntax: Syntax;
  readonly dialect: Dialect;
  /** A byte order mark at its start is replaced by a space (see `hasBom`), so offsets are the file's. */
  readonly text: string;
  readonly hasBom: boolean;
  /** `"\r\n"` when the first line ends so, else `"\n"`. */
  readonly eol: "\n" | "\r\n";
  /** `list`: a JSON array, of which each item is a part; `stream`: several YAML documents; `single`: one part. */
  readonly container: "single" | "list" | "stream";
  /** At least one; an empty file has one unit with an empty root. They tile the file. */
  readonly units: readonly Unit[];
}

/** A replacement of text; offsets as in the spans around it (part or file). An insertion has an empty span. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}
