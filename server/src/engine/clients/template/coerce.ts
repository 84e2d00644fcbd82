import type { Property, ValueType } from "../../catalogue/entry.ts";
import type { Member, ObjectNode, ScalarNode, SpecNode } from "../../document/node.ts";

/**
 * CloudFormation makes a member's type of a scalar: `"true"`, `"30"`, `ClientName: 2024`; and it reads YAML 1.1, where `yes` and `on` are booleans
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html). A list is never made of one text.
 * What the two versions of YAML read differently stays unknown.
 * @param isMerged whether another tool merges files before CloudFormation sees them: there null takes a property away.
 */
export function coerceObject(
  object: ObjectNode,
  properties: readonly Property[],
  text: string,
  isMerged: boolean,
): ObjectNode {
  const byName = new Map(properties.map((property) => [property.name, property]));
  const members = object.members.map((member): Member => {
    const type = byName.get(member.key)?.value;
    const value = type && member.value && coerced(member.value, type, text, isMerged);
    return value && value !== member.value ? { ...member, value } : member;
  });
  return members.every((member, index) => member === object.members[index]) ? object : { ...object, members };
}

function coerced(node: SpecNode, type: ValueType, text: string, isMerged: boolean): SpecNode {
  if (isMerged && node.kind === "scalar" && node.value === null) return unknown(node);
  if (type.type === "object") return node.kind === "object" ? coerceObject(node, type.members, text, isMerged) : node;
  if (type.type === "list") {
    if (node.kind !== "array") return node;
    const items = node.items.map((item) => (item.kind === "scalar" ? asText(item, text) : item));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  if (node.kind !== "scalar" || node.value === null) return node;
  if (type.type === "boolean") return asBoolean(node);
  return type.type === "integer" ? asInteger(node, text) : asText(node, text);
}

function asBoolean(node: ScalarNode): SpecNode {
  if (typeof node.value !== "string") return node;
  if (/^(?:true|false)$/i.test(node.value)) return { ...node, value: node.value.toLowerCase() === "true" };
  if (node.style !== "plain") return node;
  if (/^(?:yes|on)$/i.test(node.value)) return { ...node, value: true };
  if (/^(?:no|off)$/i.test(node.value)) return { ...node, value: false };
  return /^[yn]$/i.test(node.value) ? unknown(node) : node;
}

/** Numbers that YAML 1.1 has and 1.2 has not, or reads otherwise: octal, sexagesimal, with underscores. */
const OLD_NUMBER = /^[-+]?(?:0[0-7_]+|0[xob][0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9,]*_[0-9_,]*)$/i;

function asInteger(node: ScalarNode, text: string): SpecNode {
  const source = text.slice(node.span.start, node.span.end);
  if (node.style === "plain" && OLD_NUMBER.test(source)) return unknown(node);
  if (typeof node.value !== "string" || !/^[-+]?[0-9]{1,15}$/.test(node.value)) return node;
  return { ...node, value: Number(node.value) };
}

function asText(node: ScalarNode, text: string): SpecNode {
  if (typeof node.value === "string" || node.value === null) return node;
  const source = text.slice(node.span.start, node.span.end);
  return { ...node, value: node.alias ? String(node.value) : source };
}

function unknown({ span, alias, anchor }: ScalarNode): SpecNode {
  return { kind: "unknown", reason: "cut", span, ...(alias && { alias }), ...(anchor !== undefined && { anchor }) };
}
