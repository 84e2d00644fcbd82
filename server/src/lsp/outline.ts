import {
  type Context,
  environmentsLinks,
  foldingSpans,
  occurrences,
  referencedAt,
  renameSpans,
  type SpecSymbol,
  selectionSpans,
  symbols,
} from "../engine/index.ts";
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type Position,
  type Range,
  type SelectionRange,
  SymbolKind,
  type WorkspaceEdit,
} from "./library.ts";
import type { OpenSpec } from "./open-spec.ts";

export function documentSymbols(spec: OpenSpec): DocumentSymbol[] {
  return symbols(spec.document).map((symbol) => symbolOf(spec, symbol));
}

/** Of what a list holds there may be tens of thousands: nothing is made for one twice, and what is empty stays out. */
function symbolOf(spec: OpenSpec, { name, detail, kind, span, selection, children }: SpecSymbol): DocumentSymbol {
  const range = spec.rangeOf(span);
  const selectionRange = selection === span ? range : spec.rangeOf(selection);
  const symbol: DocumentSymbol = { name, kind: kinds[kind], range, selectionRange };
  if (detail !== "") symbol.detail = detail;
  if (children.length > 0) symbol.children = children.map((child) => symbolOf(spec, child));
  return symbol;
}

const kinds: Readonly<Record<SpecSymbol["kind"], SymbolKind>> = {
  object: SymbolKind.Object,
  list: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
  unknown: SymbolKind.Variable,
};

/** Lines are zero-based; a closing bracket stays visible. */
export function foldingRanges(spec: OpenSpec): FoldingRange[] {
  return foldingSpans(spec.document).flatMap((span) => {
    const { start, end } = spec.rangeOf(span);
    const closing = /[}\]]/.test(spec.document.text.charAt(span.end - 1)) ? 1 : 0;
    return end.line - closing > start.line ? [{ startLine: start.line, endLine: end.line - closing }] : [];
  });
}

export function selectionRanges(spec: OpenSpec, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const ranges = selectionSpans(spec.document, spec.offsetAt(position)).map((span) => spec.rangeOf(span));
    return (
      ranges.reduceRight<SelectionRange | undefined>(
        (parent, range) => (parent ? { range, parent } : { range }),
        undefined,
      ) ?? { range: { start: position, end: position } }
    );
  });
}

export function highlights(spec: OpenSpec, position: Position): DocumentHighlight[] {
  return occurrences(spec.document, spec.offsetAt(position)).map(({ span, role }) => ({
    range: spec.rangeOf(span),
    kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/**
 * In a template, of what `!Ref` and its like name; nothing where another extension answers the same. In an environments file, of
 * the spec that a key of `clients` names.
 * @param beside the URI of a path from the folder of an environments file.
 */
export function definitions(
  spec: OpenSpec,
  position: Position,
  { besideToolkit, specs }: Context,
  beside: (path: string) => string,
): Location[] {
  if (spec.kind === "environments") {
    const offset = spec.offsetAt(position);
    return environmentsLinks(spec.document, specs)
      .filter(({ span }) => span.start <= offset && offset <= span.end)
      .map(({ path, line }) => {
        const start = { line, character: 0 };
        return { uri: beside(path), range: { start, end: start } };
      });
  }
  if (spec.kind === "template") {
    const span = besideToolkit ? undefined : referencedAt(spec.document, spec.offsetAt(position));
    return span ? [{ uri: spec.uri, range: spec.rangeOf(span) }] : [];
  }
  return occurrences(spec.document, spec.offsetAt(position))
    .filter(({ role }) => role === "definition")
    .map(({ span }) => ({ uri: spec.uri, range: spec.rangeOf(span) }));
}

export function references(spec: OpenSpec, position: Position, includeDeclaration: boolean): Location[] {
  return occurrences(spec.document, spec.offsetAt(position))
    .filter(({ role }) => includeDeclaration || role === "use")
    .map(({ span }) => ({ uri: spec.uri, range: spec.rangeOf(span) }));
}

/** The range that an editor's rename box shows. */
export function prepareRename(spec: OpenSpec, position: Position): Range | null {
  const spans = renameSpans(spec.document, spec.offsetAt(position));
  return spans ? spec.rangeOf(spans.at) : null;
}

export function rename(spec: OpenSpec, position: Position, newName: string): WorkspaceEdit | null {
  const spans = renameSpans(spec.document, spec.offsetAt(position));
  return spans
    ? { changes: { [spec.uri]: spans.all.map((span) => ({ range: spec.rangeOf(span), newText: newName })) } }
    : null;
}
