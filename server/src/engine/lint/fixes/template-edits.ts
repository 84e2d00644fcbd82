import { attributeOf } from "../../clients/template/piece.ts";
import type { Site } from "../../clients/template/site.ts";
import { appendItems, insertMember, isEditable, replaceValue } from "../../document/edit/edit.ts";
import { type ArrayNode, type SpecNode, stringValue } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";

/** Writes a function in a value's place: `!Ref Pool`, or the long form in JSON. `name` is the long one. */
export function replaceByCall(part: Part, node: SpecNode, name: "Ref" | "Fn::Sub", argument: string): TextEdit[] {
  if (!isEditable(node)) return [];
  const newText =
    part.syntax === "json"
      ? `{ ${JSON.stringify(name)}: ${JSON.stringify(argument)} }`
      : `!${name.replace("Fn::", "")} ${/^[\w:.-]+$/.test(argument) ? argument : quoted(argument)}`;
  return [{ span: spanWithTag(node), newText }];
}

/** Adds `!Ref X` to a list: what is added so also comes first. */
export function appendRef(part: Part, list: ArrayNode, id: string): TextEdit[] {
  // A word that stands nowhere, in whose place the function is put.
  const word = `Ref${id}To0`;
  return appendItems(part, list, [word]).map(({ span, newText }) => ({
    span,
    newText:
      part.syntax === "json"
        ? newText.replace(`"${word}"`, `{ "Ref": ${JSON.stringify(id)} }`)
        : newText.replace(word, `!Ref ${id}`),
  }));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A tag stands before its value and belongs to it. */
export function spanWithTag({ span, ...node }: SpecNode): TextEdit["span"] {
  const tag = node.kind === "unknown" && node.reason === "tag" ? node.call?.nameSpan : undefined;
  return { start: Math.min(span.start, tag?.start ?? span.start), end: span.end };
}

/** Makes the resource wait for another one. */
export function addDependsOn(part: Part, { piece }: Site, id: string): TextEdit[] {
  const resource = piece.member.value;
  if (resource?.kind !== "object" || !isEditable(resource)) return [];
  const dependsOn = attributeOf(piece, "DependsOn");
  if (!dependsOn) {
    const after = resource.members.find(({ key }) => key === "Type");
    return insertMember(part, resource, "DependsOn", id, after && { after });
  }
  if (!isEditable(dependsOn)) return [];
  if (dependsOn.kind === "array") return appendItems(part, dependsOn, [id]);
  const only = stringValue(dependsOn);
  return only === undefined ? [] : replaceValue(part, dependsOn, [only, id]);
}
