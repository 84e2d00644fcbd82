import type { Connection, TextDocuments } from "vscode-languageserver";
import {
  type AppClient,
  type Context,
  clientsIn,
  convert,
  findingsIn,
  findMember,
  isMissingPool,
  type PlainValue,
  type Span,
  type SpecNode,
  shift,
  specOf,
  writeMembers,
} from "../engine/index.ts";
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
  type WireEdit,
  type WireRange,
  type WriteMembersParams,
  writeMembersRequest,
} from "../protocol.ts";
import type { OpenSpec } from "./open-spec.ts";

/** What the extension asks before and after a create: what the spec holds, and where a value stands. */
export function registerSpecRequests(
  connection: Connection,
  documents: TextDocuments<OpenSpec>,
  contextOf: (uri: string) => Promise<Context | undefined>,
): void {
  // What stands in a template is made and changed by its stack.
  const specAt = (uri: string) => {
    const open = documents.get(uri);
    return open?.kind === "spec" ? open : undefined;
  };
  connection.onRequest(specOutlineRequest, async ({ uri }: SpecOutlineParams): Promise<SpecOutline | null> => {
    const context = await contextOf(uri);
    const spec = specAt(uri);
    return spec && context ? outlineOf(spec, context) : null;
  });
  connection.onRequest(convertRequest, ({ uri }: ConvertParams): ConvertedSpec | null => {
    const spec = specAt(uri);
    return (spec && convert(spec.document)) ?? null;
  });
  connection.onRequest(writeMembersRequest, ({ uri, index, members }: WriteMembersParams): WireEdit[] | null => {
    const spec = specAt(uri);
    const client = spec && clientsIn(spec.document)[index];
    const edits = client && writeMembers(client, members as Readonly<Record<string, PlainValue>>);
    return spec && edits ? spec.editsOf(edits) : null;
  });
  connection.onRequest(locateRequest, ({ uri, index, paths }: LocateParams): (WireRange | null)[] => {
    const open = documents.get(uri);
    const [unit] = open?.kind === "environments" ? open.document.units : [];
    const client = open?.kind === "spec" && index !== undefined ? clientsIn(open.document)[index] : undefined;
    const [root, base] = client ? [client.root, client.base] : [unit?.part.root, unit?.base ?? 0];
    return paths.map((path) => {
      const span = spanAt(root, path);
      return open && span ? open.rangeOf(shift(span, base)) : null;
    });
  });
}

function outlineOf(spec: OpenSpec, context: Context): SpecOutline {
  const { dialect } = spec.document;
  const apps = clientsIn(spec.document).map((client) => appOutline(spec, client, context));
  return { version: spec.version, dialect, apps, settings: context.settings };
}

function appOutline(open: OpenSpec, client: AppClient, context: Context): AppOutline {
  const spec = specOf(client);
  const errors = findingsIn(client, context).filter(
    (finding) => finding.severity === "error" && !isMissingPool(finding),
  );
  const clientName = spec.string("ClientName");
  const poolId = spec.string("UserPoolId");
  const clientId = spec.string("ClientId");
  return {
    range: open.rangeOf(shift(client.root?.span ?? { start: 0, end: 0 }, client.base)),
    ...(clientName.state === "known" && { clientName: clientName.value }),
    ...(poolId.state === "known" && { poolId: poolId.value }),
    ...(clientId.state === "known" && { clientId: clientId.value }),
    errors: errors.length,
  };
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
