import type { Connection, TextDocuments } from "vscode-languageserver";
import { findMember, type Span, type SpecNode } from "../engine/document/node.ts";
import type { Unit } from "../engine/document/part.ts";
import type { Context } from "../engine/features/context.ts";
import { convert } from "../engine/features/convert.ts";
import { checkUnits, shift } from "../engine/lint/check.ts";
import type { Finding } from "../engine/lint/rule.ts";
import { specOf } from "../engine/reading/spec.ts";
import {
  type AppOutline,
  type ConvertedSpec,
  type ConvertParams,
  convertRequest,
  type LocateParams,
  locateRequest,
  type SpecOutline,
  type SpecOutlineParams,
  specOutlineRequest,
  type WireRange,
} from "../protocol.ts";
import type { OpenSpec } from "./open-spec.ts";

/** What the extension asks before and after a create: what the spec holds, and where a value stands. */
export function registerSpecRequests(
  connection: Connection,
  documents: TextDocuments<OpenSpec>,
  contextOf: (uri: string) => Promise<Context>,
): void {
  connection.onRequest(specOutlineRequest, async ({ uri }: SpecOutlineParams): Promise<SpecOutline | null> => {
    const context = await contextOf(uri);
    const spec = documents.get(uri);
    return spec ? outlineOf(spec, context) : null;
  });
  connection.onRequest(convertRequest, ({ uri }: ConvertParams): ConvertedSpec | null => {
    const spec = documents.get(uri);
    return (spec && convert(spec.document)) ?? null;
  });
  connection.onRequest(locateRequest, ({ uri, index, paths }: LocateParams): (WireRange | null)[] => {
    const spec = documents.get(uri);
    const unit = spec?.document.units[index];
    return paths.map((path) => {
      const span = unit && spanAt(unit.part.root, path);
      return spec && unit && span ? spec.rangeOf(shift(span, unit.base)) : null;
    });
  });
}

function outlineOf(spec: OpenSpec, { settings, facts }: Context): SpecOutline {
  const { dialect, units } = spec.document;
  const errors = units.map(() => 0);
  for (const { index, finding } of checkUnits(spec.document, settings, facts)) {
    if (finding.severity === "error" && !isMissingPool(finding)) errors[index] = (errors[index] ?? 0) + 1;
  }
  const apps = units.map((unit, index) => ({ ...appOutline(spec, unit), errors: errors[index] ?? 0 }));
  return { version: spec.version, dialect, apps, settings };
}

function appOutline(open: OpenSpec, { part, base }: Unit): Omit<AppOutline, "errors"> {
  const spec = specOf(part);
  const clientName = spec.string("ClientName");
  const poolId = spec.string("UserPoolId");
  return {
    range: open.rangeOf(shift(part.root?.span ?? { start: 0, end: 0 }, base)),
    ...(clientName.state === "known" && { clientName: clientName.value }),
    ...(poolId.state === "known" && { poolId: poolId.value }),
  };
}

function isMissingPool({ rule, path, data }: Finding): boolean {
  if (rule.id !== "required-property") return false;
  return path.at(-1) === "UserPoolId" || Object.values(data ?? {}).includes("UserPoolId");
}

/** The span of the value at a path; of its key when it has no value. What comes through an alias is where the alias is. */
function spanAt(root: SpecNode | undefined, path: readonly (string | number)[]): Span | undefined {
  let node = root;
  let span = root?.span;
  for (const step of path) {
    if (typeof step === "number") {
      node = node?.kind === "array" ? node.items[step] : undefined;
      span = node?.alias ?? node?.span;
    } else {
      const member = findMember(node, step);
      node = member?.value;
      span = member?.alias ?? node?.alias ?? node?.span ?? member?.keySpan;
      if (node && node.span.end === node.span.start) span = member?.keySpan;
    }
    if (!span) return undefined;
  }
  return span;
}
