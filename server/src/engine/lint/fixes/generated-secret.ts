import { isEditable, removeMembers, renameKey, replaceValue } from "../../document/edit/edit.ts";
import { findMember, type ObjectNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";

/** Writes `GenerateSecret: true` where ClientSecret stands; the secret itself goes. */
export function generatedInstead(part: Part, object: ObjectNode | undefined): TextEdit[] {
  const secret = findMember(object, "ClientSecret");
  if (!object || !secret?.value || !isEditable(secret)) return [];
  const generate = findMember(object, "GenerateSecret");
  if (!generate) return [...renameKey(part, secret, "GenerateSecret"), ...replaceValue(part, secret.value, true)];
  const on = generate.value && isEditable(generate) ? replaceValue(part, generate.value, true) : [];
  return [...removeMembers(part, object, [secret]), ...on];
}
