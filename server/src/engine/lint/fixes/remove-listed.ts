import { removeItems, replaceValue } from "../../document/edit/edit.ts";
import type { ArrayNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Field, Item, Items } from "../../reading/fields.ts";
import type { Spec } from "../../reading/spec.ts";
import type { Fix } from "../rule.ts";

/**
 * Takes items out of AllowedOAuthFlows or AllowedOAuthScopes. When nothing would be left though the switched-on OAuth server
 * needs something (oauth-flows-and-scopes-required), `substitute` takes their place, or nothing can be done.
 */
export function removeListed(
  part: Part,
  spec: Spec,
  list: Field<Items, ArrayNode>,
  items: readonly Item[],
  substitute: string | undefined,
): Omit<Fix, "safe"> | undefined {
  if (list.state !== "known") return undefined;
  const names = [...new Set(items.map(({ value }) => value))].join(", ");
  if (spec.oauthFlag === "yes" && list.node.items.length === items.length)
    return substitute === undefined
      ? undefined
      : { title: `Replace ${names} with ${substitute}`, edits: replaceValue(part, list.node, [substitute]) };
  const nodes = items.map(({ node }) => node);
  return { title: `Remove ${names}`, edits: removeItems(part, list.node, nodes) };
}
