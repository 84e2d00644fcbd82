import type { Respelling } from "../../catalogue/respelling.ts";
import type { ArrayNode, ScalarNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Fix } from "../rule.ts";
import { dropItem, use } from "./fix.ts";
import { splitFix } from "./split-item.ts";

/** `"code,implicit"`: the values in a text that holds several, where every piece of it is one. */
export function severalWords(text: string, respell: (word: string) => string | undefined): string[] {
  const pieces = text.split(/[\s,;|]+/).filter((piece) => piece !== "");
  const words = pieces.flatMap((piece) => respell(piece) ?? []);
  return words.length > 1 && words.length === pieces.length ? words : [];
}

/** For an item that is no value of its list: the value that was meant, unless the list has that already, or removal. */
export function itemValueFixes(
  part: Part,
  list: ArrayNode,
  node: ScalarNode,
  meant: Respelling | undefined,
  respell: (word: string) => string | undefined,
): Fix[] {
  const words = meant?.certain ? [] : severalWords(String(node.value), respell);
  const split = splitFix(part, list, node, words, () => undefined, true);
  if (split.length > 0) return split;
  const removal = dropItem(part, list, node, { title: `Remove ${String(node.value) || "the empty item"}` });
  if (!meant) return removal;
  const isThere = list.items.some((item) => item.kind === "scalar" && item.value === meant.word);
  if (isThere) {
    const title = `Remove ${String(node.value)} (${meant.word} is there)`;
    return dropItem(part, list, node, { safe: meant.certain, title });
  }
  return [...use(part, node, meant.word, { safe: meant.certain }), ...removal];
}
