import { findMember, type SpecNode } from "../../document/node.ts";
import type { TemplateView } from "./view.ts";

/**
 * @param textOf what a key of `Fn::FindInMap` is, where the file says it.
 * @returns what a mapping gives, as it stands there; `undefined` where its keys are chosen at the deploy, or there is a default.
 */
export function mappedNode(
  args: SpecNode | undefined,
  view: TemplateView,
  textOf: (node: SpecNode) => string | undefined,
): SpecNode | undefined {
  if (args?.kind !== "array" || args.items.length !== 3) return undefined;
  const [map, ...keys] = args.items.map(textOf);
  let value = map === undefined ? undefined : view.mapping(map);
  for (const key of keys) value = key === undefined ? undefined : findMember(value, key)?.value;
  return value;
}
