import type { Format } from "../../catalogue/format.ts";
import { appendItems, isEditable, replaceValue } from "../../document/edit/edit.ts";
import type { ArrayNode, ScalarNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";
import type { Fix } from "../rule.ts";
import { listed } from "../shown.ts";
import { dropItem, fixOf } from "./fix.ts";

/**
 * Makes several items of one that holds several values: `"openid email"`. Values that the list has already are not repeated.
 *
 * @returns nothing unless there are at least two pieces and each of them fits.
 */
export function splitFix(
  part: Part,
  list: ArrayNode,
  node: ScalarNode,
  pieces: readonly string[],
  format: Format,
  safe: boolean,
): Fix[] {
  const words = [...new Set(pieces.map((piece) => piece.trim()).filter((piece) => piece !== ""))];
  if (words.length < 2 || words.some((word) => format(word)) || !isEditable(node) || !isEditable(list)) return [];
  const others = list.items.filter((item) => item !== node);
  const fresh = words.filter((word) => !others.some((item) => item.kind === "scalar" && item.value === word));
  const title = `Split into ${listed(words.slice(0, 4))}${words.length > 4 ? ` and ${words.length - 4} more` : ""}`;
  const [first, ...rest] = fresh;
  if (first === undefined) return dropItem(part, list, node, { safe, title: "Remove this repetition" });
  const index = list.items.indexOf(node);
  const next = list.items[index + 1];
  const added: TextEdit[] = rest.length > 0 ? appendItems(part, list, rest, next ? { before: next } : {}) : [];
  return fixOf(title, safe, [...replaceValue(part, node, first), ...added]);
}
