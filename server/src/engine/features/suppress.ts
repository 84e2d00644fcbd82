import type { AppClient } from "../clients/app-client.ts";
import { appendItems, insertMember } from "../document/edit/edit.ts";
import { lineOf, lineStarts } from "../document/line-starts.ts";
import { indentOf } from "../document/lines.ts";
import { childrenOf, findMember, type Span } from "../document/node.ts";
import type { Part, SpecDocument, TextEdit } from "../document/part.ts";
import type { Finding } from "../lint/finding.ts";
import { findingsAt } from "./check.ts";
import type { CheckContext } from "./check-context.ts";

export interface OfferedSuppression {
  readonly finding: Finding;
  readonly title: string;
  readonly edit: TextEdit;
}

/** Comments that would silence the findings which touch a span of the file, one for each place and rule. */
export function suppressionsAt(document: SpecDocument, span: Span, context: CheckContext): OfferedSuppression[] {
  const offered = new Map<string, OfferedSuppression>();
  for (const finding of findingsAt(document, span, context)) {
    const edit = suppressionEdit(document, finding);
    if (!edit) continue;
    const key = `${edit.span.start} ${finding.rule.id}`;
    if (!offered.has(key)) offered.set(key, { finding, title: `Disable ${finding.rule.id} here`, edit });
  }
  return [...offered.values()];
}

/**
 * The edit that silences a finding by a comment on a line of its own above it; `undefined` in plain JSON, which has no comments,
 * where the line begins inside a string, and where nobody would read the comment.
 */
export function suppressionEdit({ dialect, eol }: SpecDocument, finding: Finding): TextEdit | undefined {
  const { client, rule, span } = finding;
  if (client?.scope.template && client.part.syntax === "json") return metadataEdit(client, rule.id);
  if (!client || dialect === "json" || rule.id === "syntax-error") return undefined;
  const { part, base } = finding.at ?? client;
  const at = lineStarts(part)[lineOf(part, span.start - base)] ?? 0;
  const isOutside = !finding.at && at < client.extent.start;
  if (isOutside || (part.syntax === "yaml" && isInsideScalar(part, at))) return undefined;
  const sigil = part.syntax === "yaml" ? "#" : "//";
  const newText = `${indentOf(part.text, at)}${sigil} cognito-client-disable-next-line ${rule.id}${eol}`;
  return { span: { start: base + at, end: base + at }, newText };
}

/** A template in JSON has no comments, whatever its file is called: `Metadata: {cognitoClient: {disable: [rule]}}` of the resource. */
function metadataEdit(client: AppClient, id: string): TextEdit | undefined {
  const { part, base, root, scope } = client;
  if (root?.kind !== "object" || scope.template?.isGenerated || id === "syntax-error") return undefined;
  const metadata = findMember(root, "Metadata")?.value;
  const own = findMember(metadata, "cognitoClient")?.value;
  const list = findMember(own, "disable")?.value;
  const [edit, ...more] =
    list?.kind === "array"
      ? appendItems(part, list, [id])
      : own?.kind === "object" && !list
        ? insertMember(part, own, "disable", [id])
        : metadata?.kind === "object" && !own
          ? insertMember(part, metadata, "cognitoClient", { disable: [id] })
          : metadata
            ? []
            : insertMember(part, root, "Metadata", { cognitoClient: { disable: [id] } });
  return edit && more.length === 0 ? shiftEdit(edit, base) : undefined;
}

function shiftEdit({ span, newText }: TextEdit, by: number): TextEdit {
  return { span: { start: span.start + by, end: span.end + by }, newText };
}

/** Whether an offset of the part lies within a quoted or block scalar, where a comment would become text. */
function isInsideScalar({ root }: Part, offset: number): boolean {
  const stack = root && root.span.start < offset && offset < root.span.end ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "scalar") return true;
    stack.push(...childrenOf(node).filter(({ span }) => span.start < offset && offset < span.end));
  }
  return false;
}
