import type { AppClient } from "../clients/app-client.ts";
import type { Piece } from "../clients/template/piece.ts";
import type { Path, Span } from "../document/node.ts";
import type { TextEdit } from "../document/part.ts";
import type { Fix, Related, Report, RuleMeta, Severity } from "./rule.ts";

/**
 * The one shape of what is wrong, for every output: offsets are the file's, the path begins at the file's root.
 * It need not belong to an app client: a file may have findings of its own.
 */
export interface Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
  /** In the user's terms. Never contains a secret. */
  readonly message: string;
  readonly span: Span;
  readonly path: Path;
  readonly related?: readonly Related[];
  readonly data?: Report["data"];
  /** The app client that it is about. */
  readonly client?: AppClient;
  /** What was judged: the same object until the app client changes or what counts for it, wherever in the file it stands by then. */
  readonly judged?: Judged;
  /** The block of a template that it stands in, where that is not the app client's own. */
  readonly at?: Piece;
  /** Best first, in the file's offsets, computed when asked for. Nobody has tried them yet: `fixesAt` does. */
  readonly fixes?: () => readonly Fix[];
}

/** A report with its rule and effective severity: kept with an app client wherever that stands. */
export interface Judged extends Omit<Report, "severity"> {
  readonly rule: RuleMeta;
  readonly severity: Severity;
}

/** @returns what was found of an app client, as a finding of the file that it stands in. */
export function findingAt(client: AppClient, whole: Judged): Finding {
  const { fixes, ...judged } = whole;
  const { base, path, part } = client;
  return {
    ...judged,
    client,
    judged: whole,
    span: shift(judged.span, base),
    path: path.length === 0 ? judged.path : [...path, ...judged.path],
    ...(judged.related && {
      related: judged.related.map((other) => ({ ...other, span: shift(other.span, base) })),
    }),
    ...(fixes && { fixes: () => fixes(part).map((fix) => ({ ...fix, edits: editsAt(base, fix.edits) })) }),
  };
}

/** @returns what was found of an app client of a template, whose path is known; it may stand in another block of the file. */
export function findingInTemplate(client: AppClient, whole: Judged, path: Path): Finding {
  const { fixes, isWritten: _, ...judged } = whole;
  const { base, part, scope } = client;
  const { construct, isGenerated } = scope.template ?? {};
  return {
    ...judged,
    client,
    judged: whole,
    path,
    span: shift(judged.span, judged.at?.base ?? base),
    message: construct === undefined ? judged.message : `${judged.message} (Construct ${construct})`,
    ...(judged.related && { related: judged.related.map((other) => ({ ...other, span: shift(other.span, base) })) }),
    ...(fixes &&
      !isGenerated && { fixes: () => fixes(part).map((fix) => ({ ...fix, edits: editsAt(base, fix.edits) })) }),
  };
}

/** @returns edits of a part as edits of the file. */
export function editsAt(base: number, edits: readonly TextEdit[]): readonly TextEdit[] {
  return base === 0 ? edits : edits.map(({ span, newText }) => ({ span: shift(span, base), newText }));
}

/** Moves a span by the base of its part. */
export function shift(span: Span, base: number): Span {
  return base === 0 ? span : { start: span.start + base, end: span.end + base };
}
