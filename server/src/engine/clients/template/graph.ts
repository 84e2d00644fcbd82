import { type Member, stringValue } from "../../document/node.ts";
import { getAttOf } from "./expression.ts";
import { attributeOf, nodesIn, type Piece } from "./piece.ts";
import type { TemplateView } from "./view.ts";

/** Resources that CloudFormation makes before this one: by DependsOn, Ref, GetAtt or Sub, also within conditions' branches. */
export function needs(piece: Piece | undefined, view: TemplateView): Set<string> {
  return new Set([...namesIn(piece)].filter((id) => view.resources.has(id)));
}

/** All names that a block refers to, whatever they are of; looked for once, however often what needs the block changes. */
export function namesIn(piece: Piece | undefined): ReadonlySet<string> {
  let found = piece && known.get(piece.member);
  if (!found) {
    found = findNames(piece);
    if (piece) known.set(piece.member, found);
  }
  return found;
}
const known = new WeakMap<Member, ReadonlySet<string>>();

function findNames(piece: Piece | undefined): Set<string> {
  const found = new Set<string>();
  const add = (id: string | undefined) => {
    if (id !== undefined) found.add(id);
  };
  const dependsOn = attributeOf(piece, "DependsOn");
  for (const node of dependsOn?.kind === "array" ? dependsOn.items : [dependsOn]) add(stringValue(node));
  for (const node of nodesIn(piece?.member.value)) {
    if (node.kind !== "unknown" || !node.call) continue;
    const { name, args } = node.call;
    if (name === "Ref") add(stringValue(args));
    else if (name === "Fn::GetAtt") add(getAttOf(args)?.id);
    else if (name === "Fn::Sub") for (const id of namesInSub(args?.kind === "array" ? args.items[0] : args)) add(id);
  }
  return found;
}

function namesInSub(node: Parameters<typeof stringValue>[0]): string[] {
  const text = node?.kind === "unknown" ? node.text : stringValue(node);
  return [...(text ?? "").matchAll(/\$\{([^!{}.]+)(?:[!.][^{}]*)?\}/g)].map((match) => (match[1] ?? "").trim());
}

/** All that comes before a resource, directly or not. */
export function upstreamOf(id: string, view: TemplateView): Set<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of needs(view.resources.get(next)?.piece(), view)) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

/** Code of the template's own, which may do anything to the pool. */
export function isCustom(type: string | undefined): boolean {
  return (
    type === undefined ||
    type.startsWith("Custom::") ||
    type === "AWS::CloudFormation::CustomResource" ||
    type.endsWith("::MODULE")
  );
}
