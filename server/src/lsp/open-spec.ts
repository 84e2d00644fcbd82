import type { Range } from "vscode-languageserver";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import {
  dialectOf,
  isEnvironmentsFile,
  isSpecFile,
  openTemplate,
  parseSpec,
  type Span,
  type SpecDocument,
  specLanguages,
  type TextEdit,
} from "../engine/index.ts";
import { holdsAppClient, isGenerated } from "../served.ts";

/** What an open document is to us; `other` gets no answer but an empty one. */
export type DocumentKind = "spec" | "environments" | "template" | "other";

/** A document that a client has open: its text, and its tree parsed at most once per version, on demand. */
export class OpenSpec {
  readonly uri: string;
  readonly languageId: string;
  /** Of what its language or name tells. */
  private readonly named: DocumentKind | undefined;
  private byContent: { readonly version: number; readonly kind: DocumentKind } | undefined;
  private text: TextDocument;
  private parsed: { readonly version: number; readonly document: SpecDocument } | undefined;

  constructor(uri: string, languageId: string, version: number, content: string) {
    this.uri = uri;
    this.languageId = languageId;
    const isSpec = specLanguages.some(({ id }) => id === languageId) || isSpecFile(pathOf(uri));
    this.named = isEnvironmentsFile(pathOf(uri)) ? "environments" : isSpec ? "spec" : undefined;
    this.text = TextDocument.create(uri, languageId, version, content);
  }

  /** An environments file holds no app client: it has checks of its own. */
  get isEnvironments(): boolean {
    return this.named === "environments";
  }

  get version(): number {
    return this.text.version;
  }

  /** UTF-16 units. */
  get length(): number {
    return this.text.getText().length;
  }

  /** A spec is one by its language or name, a template by what stands in it at this moment; nobody mends what tools write. */
  get kind(): DocumentKind {
    if (this.named) return this.named;
    if (this.byContent?.version !== this.version) {
      const isTemplate = !isGenerated(pathOf(this.uri)) && holdsAppClient(this.text.getText());
      this.byContent = { version: this.version, kind: isTemplate ? "template" : "other" };
    }
    return this.byContent.kind;
  }

  /** Of anything but `other`. */
  get document(): SpecDocument {
    if (this.parsed?.version !== this.version) {
      const text = this.text.getText();
      const document = this.read(text, this.parsed?.document);
      this.parsed = { version: this.version, document };
    }
    return this.parsed.document;
  }

  private read(text: string, previous: SpecDocument | undefined): SpecDocument {
    const dialect = dialectOf(this.uri, this.languageId, text);
    return this.kind === "template"
      ? openTemplate(text, dialect, pathOf(this.uri), previous)
      : parseSpec(text, dialect, previous);
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

/** A URI without query and fragment; escapes may stay: only names are looked at. */
function pathOf(uri: string): string {
  return uri.replace(/[?#][\s\S]*$/, "");
}
