import type { Range } from "vscode-languageserver";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { isSpecFile } from "../engine/catalogue/languages.ts";
import { openByContent } from "../engine/clients/open.ts";
import { isEnvironmentsFile } from "../engine/config/environments/file.ts";
import { dialectOf } from "../engine/document/dialect.ts";
import type { Span } from "../engine/document/node.ts";
import { parseSpec } from "../engine/document/parse.ts";
import type { SpecDocument, TextEdit } from "../engine/document/part.ts";

/** A spec (or an environments file) that a client has open: its text, and its tree parsed at most once per version, on demand. */
export class OpenSpec {
  readonly uri: string;
  readonly languageId: string;
  private text: TextDocument;
  private parsed: { readonly version: number; readonly document: SpecDocument } | undefined;

  constructor(uri: string, languageId: string, version: number, content: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.text = TextDocument.create(uri, languageId, version, content);
  }

  /** An environments file holds no app client: it has checks of its own. */
  get isEnvironments(): boolean {
    return isEnvironmentsFile(this.uri);
  }

  get version(): number {
    return this.text.version;
  }

  get document(): SpecDocument {
    if (this.parsed?.version !== this.version) {
      const text = this.text.getText();
      const document = this.read(text, this.parsed?.document);
      this.parsed = { version: this.version, document };
    }
    return this.parsed.document;
  }

  /** A spec by its language id or name (an environments file is read like one), else a template where its content says so. */
  private read(text: string, previous: SpecDocument | undefined): SpecDocument {
    const dialect = dialectOf(this.uri, this.languageId, text);
    const isSpec = this.isEnvironments || this.languageId.startsWith("cognito-client-") || isSpecFile(this.uri);
    const template = isSpec ? undefined : openByContent(text, dialect, this.uri, previous);
    return template ?? parseSpec(text, dialect, previous);
  }

  update(changes: TextDocumentContentChangeEvent[], version: number): this {
    this.text = TextDocument.update(this.text, changes, version);
    return this;
  }

  /** Offset of a zero-based LSP position; positions outside the text are moved to its nearest end. */
  offsetAt(position: Range["start"]): number {
    return this.text.offsetAt(position);
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }

  rangeOf(span: Span): Range {
    return { start: this.text.positionAt(span.start), end: this.text.positionAt(span.end) };
  }

  editsOf(edits: readonly TextEdit[]): { range: Range; newText: string }[] {
    return edits.map(({ span, newText }) => ({ range: this.rangeOf(span), newText }));
  }
}
