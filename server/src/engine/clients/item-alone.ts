import { lineStart } from "../document/lines.ts";
import type { ArrayNode } from "../document/node.ts";
import { readPart } from "../document/parse.ts";
import { hasFarReaching, hasMarkers } from "../document/yaml-splice.ts";
import type { AppClient, AppClientContent } from "./app-client.ts";
import { contentsOf } from "./spec-host.ts";

/**
 * An item of a YAML list in block style, read as if it were a list of one; `undefined` for any other app client, and where another
 * item could tell the difference. Kept as long as the item is.
 */
export function itemAlone({ content, part, within, extent }: AppClient): AppClientContent | undefined {
  const { root, problems, text } = part;
  if (within.length === 0 || root?.kind !== "array" || root.flow || problems.length > 0) return undefined;
  const known = alone.get(content);
  if (known) return known.item;
  const own = text.slice(extent.start, extent.end);
  const item = hasFarReaching(text) ? undefined : readItem(own, columnOf(text, root));
  alone.set(content, { item });
  return item;
}
const alone = new WeakMap<AppClientContent, { readonly item: AppClientContent | undefined }>();

/** The same of its text as an edit has left it. */
export function itemInstead({ part }: AppClientContent, text: string): AppClientContent | undefined {
  if (hasFarReaching(text) || (part.text.endsWith("\n") && !text.endsWith("\n"))) return undefined;
  return part.root?.kind === "array" ? readItem(text, columnOf(part.text, part.root)) : undefined;
}

/** Another item stands for those behind it, so that the parser has to stop where it does in the whole. */
function readItem(text: string, column: number): AppClientContent | undefined {
  if (hasMarkers(text)) return undefined;
  const tail = text.endsWith("\n") ? `${" ".repeat(column)}- 0\n` : "";
  const { root, problems } = readPart(text + tail);
  if (root?.kind !== "array" || root.flow || problems.length > 0 || columnOf(text, root) !== column) return undefined;
  const [item, last, ...more] = root.items;
  if (!item || more.length > 0 || last?.span.end !== (tail === "" ? undefined : text.length + tail.length - 1))
    return undefined;
  const list: ArrayNode = {
    ...root,
    span: { ...root.span, end: Math.max(root.span.start + 1, item.span.end) },
    items: [item],
  };
  const [only] = contentsOf({ syntax: "yaml", text, root: list, problems });
  return only;
}

function columnOf(text: string, { span }: ArrayNode): number {
  return span.start - lineStart(text, span.start);
}
