import { type Path, type Piece, placesIn } from "../../clients/template/piece.ts";
import { secretsIn } from "../../clients/template/secrets.ts";
import type { Site } from "../../clients/template/site.ts";
import type { TemplateView } from "../../clients/template/view.ts";
import type { Span } from "../../document/node.ts";

export interface SecretUse {
  readonly piece: Piece;
  /** From the file's root to the value that holds the call. */
  readonly path: Path;
  readonly span: Span;
}

/** Where the template hands an app client's secret on. Only blocks that name it are read, once for all app clients. */
export function secretUses({ view, id }: Site): readonly SecretUse[] {
  let found = known.get(view);
  if (!found) {
    found = pieces(view).flatMap(usesIn);
    known.set(view, found);
  }
  return found.filter(({ client }) => client === id);
}
const known = new WeakMap<TemplateView, readonly (SecretUse & { client: string })[]>();

function pieces({ template }: TemplateView): Piece[] {
  const resources = template.resources.withSecrets().flatMap((resource) => resource.piece() ?? []);
  return [...template.sections("Outputs"), ...template.sections("Globals"), ...resources];
}

function usesIn(piece: Piece): (SecretUse & { client: string })[] {
  const uses: (SecretUse & { client: string })[] = [];
  for (const { node, path } of placesIn(piece.member.value, piece.path)) {
    if (node.kind !== "unknown" || !node.call) continue;
    const [first] = secretsIn({ ...node, call: { ...node.call, args: argsAlone(node.call.name, node.call.args) } });
    if (first)
      uses.push({
        client: first.client,
        piece,
        path,
        span: { start: Math.min(node.call.nameSpan.start, node.span.start), end: node.span.end },
      });
  }
  return uses;
}

/** Calls within a Join or an If are found by themselves; of a Sub its own text counts. */
function argsAlone(name: string, args: Parameters<typeof placesIn>[0]) {
  return name === "Fn::GetAtt" || name === "Fn::Sub" ? args : undefined;
}
