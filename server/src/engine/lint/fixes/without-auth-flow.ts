import { isEditable, removeItems, replaceValue } from "../../document/edit/edit.ts";
import type { Part } from "../../document/part.ts";
import type { Item } from "../../reading/fields.ts";
import type { Spec } from "../../reading/spec.ts";
import type { Fix } from "../rule.ts";

const ordinary = "ALLOW_USER_SRP_AUTH";

/**
 * Takes items of one value out of ExplicitAuthFlows. An empty list may mean the default, which can hold the very same flow,
 * so ALLOW_USER_SRP_AUTH stays in place of the last one.
 */
export function withoutAuthFlow(part: Part, spec: Spec, items: readonly Item[]): Omit<Fix, "safe"> | undefined {
  const { authFlows } = spec;
  const [first] = items;
  if (authFlows.state !== "known" || !first || !isEditable(authFlows.node)) return undefined;
  const nodes = items.map(({ node }) => node);
  if (items.length < authFlows.node.items.length)
    return { title: `Remove ${first.value}`, edits: removeItems(part, authFlows.node, nodes) };
  const title = `Replace ${first.value} with ${ordinary}`;
  return { title, edits: replaceValue(part, authFlows.node, [ordinary]) };
}
