import { isEditable, removeItems } from "../../document/edit/edit.ts";
import type { ArrayNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Field, Items } from "../../reading/fields.ts";
import { fixOf } from "../fixes/fix.ts";
import type { Fix, Report } from "../rule.ts";

/**
 * Reports the first item beyond the most that a list may hold. Items that cannot be known do not count:
 * a function in a template may stand for nothing at all.
 */
export function* tooMany(list: Field<Items, ArrayNode>, most: number, what: string): Generator<Report> {
  if (list.state !== "known") return;
  const { value: strings } = list;
  const first = strings.at(most);
  if (!first) return;
  yield {
    span: first.node.span,
    path: first.path,
    message: `${list.member.key} has ${strings.count} ${what}, but AWS takes ${most} at most, and no quota raises that. Remove ${strings.count - most}${most > 10 ? ", or divide them among several app clients" : ""}.`,
    data: { member: list.member.key, count: strings.count, maximum: most },
    fixes: (part) => [
      ...withoutRepeats(part, list.node, strings.items, most),
      ...withoutRest(part, list.node, strings.items, most),
    ],
  };
}

function withoutRepeats(part: Part, list: ArrayNode, items: Items["items"], most: number): Fix[] {
  const seen = new Set<string>();
  const repeats = items.filter(({ value }) => seen.has(value) || !seen.add(value));
  if (seen.size > most || !isEditable(list)) return [];
  const nodes = repeats.map(({ node }) => node);
  return fixOf("Remove the items that stand there twice", true, removeItems(part, list, nodes));
}

function withoutRest(part: Part, list: ArrayNode, items: Items["items"], most: number): Fix[] {
  if (!isEditable(list)) return [];
  const rest = items.slice(most).map(({ node }) => node);
  return fixOf(`Remove all but the first ${most}`, false, removeItems(part, list, rest));
}
