import { lineStart } from "../../document/lines.ts";
import type { Member, SpecNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import { lastBefore } from "./anchor.ts";

/** An open block collection: a map whose last key is `key`, or a list whose last item is `index`. */
export type Block =
  | { readonly kind: "map"; readonly indent: number; key: string; hasValue: boolean }
  | { readonly kind: "list"; readonly indent: number; index: number };

/** The start of a line before the cursor from which reading tells the same as reading from the start would. */
export interface YamlAnchor {
  readonly from: number;
  readonly blocks: Block[];
}

/**
 * The nearest member, or item of a member's list, at or above the cursor's line in a block map that is a whole document.
 * The tree is trusted up to the first syntax error only.
 * @returns `undefined` where there is none: then the text is read from its start.
 */
export function yamlAnchor({ text, root, problems }: Part, offset: number): YamlAnchor | undefined {
  if (root?.kind !== "object" || root.flow || problems.some(({ code }) => code === "document-limit")) return undefined;
  const line = lineStart(text, Math.min(offset, text.length));
  const sound = Math.min(
    line,
    // Of the line of an error itself nothing is certain.
    ...problems.filter(({ code }) => code === "syntax-error").map(({ span }) => lineStart(text, span.start) - 1),
  );
  const member = root.members.findLast(({ alias, keySpan }) => !alias && lineStart(text, keySpan.start) <= sound);
  const indent = member && columnAfter(text, member.keySpan.start, /^ *$/);
  // Members that are further in may stand in a list, of which this tree knows nothing.
  if (!member || indent !== 0) return undefined;
  return (
    itemAnchor(text, member, indent, sound) ?? {
      from: lineStart(text, member.keySpan.start),
      blocks: [{ kind: "map", indent, key: "", hasValue: true }],
    }
  );
}

function itemAnchor(text: string, member: Member, indent: number, sound: number): YamlAnchor | undefined {
  const list = member.value;
  if (list?.kind !== "array" || list.flow || list.alias) return undefined;
  const index = lastBefore(list.items, sound + 1);
  const item: SpecNode | undefined = list.items[index];
  if (item?.kind !== "scalar" || item.alias) return undefined;
  const dash = columnAfter(text, item.span.start, /^ *(?=- $)/);
  if (dash === undefined) return undefined;
  return {
    from: lineStart(text, item.span.start),
    blocks: [
      { kind: "map", indent, key: member.key, hasValue: false },
      { kind: "list", indent: dash, index: index - 1 },
    ],
  };
}

/** The width of what matches on the line before an offset; `undefined` where anything else stands there. */
function columnAfter(text: string, offset: number, before: RegExp): number | undefined {
  return before.exec(text.slice(lineStart(text, offset), offset))?.[0].length;
}
