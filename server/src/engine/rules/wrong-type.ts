import type { Property, ValueType } from "../catalogue/entry.ts";
import { documentation } from "../catalogue/links.ts";
import { nestedLevels } from "../catalogue/member-names.ts";
import { isEditable } from "../document/edit/edit.ts";
import { indexesWhere } from "../document/list-memo.ts";
import {
  type ArrayNode,
  type Member,
  type ScalarNode,
  type SpecNode,
  stringValue,
  type UnknownNode,
} from "../document/node.ts";
import type { TextEdit } from "../document/part.ts";
import { isRequired } from "../lint/checks/is-required.ts";
import { typeAdvice } from "../lint/checks/type-advice.ts";
import { dropItem, dropMember, fixOf } from "../lint/fixes/fix.ts";
import { rightItem, rightType } from "../lint/fixes/right-type.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import type { Entry, Fields } from "../reading/fields.ts";
import type { Spec } from "../reading/spec.ts";
import { typeVerdict } from "../reading/type-verdict.ts";

export const wrongType: Rule = {
  id: "wrong-type",
  summary: "Every value is of its member's type",
  why: 'Text, number, boolean, list and object are told apart: `"true"` is text, and so are YAML\'s `yes` and `"30"`. The AWS CLI and boto3 refuse a value of another type before they send it, and a member without a value as well. The JavaScript SDK sends the one as it stands, which AWS may take otherwise than meant, and drops the other.',
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_CreateUserPoolClient.html"),
  fixable: true,
  *check(spec) {
    yield* members(spec, spec);
    for (const level of nestedLevels) yield* members(spec, spec.nested(level));
  },
};

function* members(spec: Spec, fields: Fields): Generator<Report> {
  for (const entry of fields.entries) {
    const { member, property, verdict } = entry;
    // Of a key that stands there twice the last one takes effect; the other is duplicate-key's.
    if (!property || fields.entry(member.key) !== entry || isRefusedAnyway(spec, property)) continue;
    if (verdict !== "ok" && isTorn(spec, member)) continue;
    if (verdict === "missing") yield missing(spec, fields, entry, property);
    else if (verdict === "wrong") yield wrong(spec, fields, entry, property);
    else if (property.value.type === "integer" && isFloat(spec, member.value)) yield float(entry, member.value);
    else if (property.value.type === "list" && member.value?.kind === "array") yield* items(entry, member.value);
  }
}

/** In an update the secret's members have a finding of their own, whatever their values. */
function isRefusedAnyway({ operation }: Spec, property: Property): boolean {
  return !property.operations.includes(operation);
}

/** Where a slip of syntax stands in the value, or before it on its way to the key, its type is the slip's doing. */
function isTorn({ part }: Spec, { span }: Member): boolean {
  return part.problems.some(
    ({ code, span: slip }) => code === "syntax-error" && slip.start >= span.start && slip.start <= span.end,
  );
}

/** A whole number in another form, `30.0` or `3e1`: the same number to AWS, and none to the readers of the AWS CLI and boto3. */
function isFloat({ part, target }: Spec, node: SpecNode | undefined): node is ScalarNode {
  // CloudFormation makes a number of any form, and of a text, before it sends it.
  if (target === "resource" || node?.kind !== "scalar" || typeof node.value !== "number") return false;
  const text = part.text.slice(node.span.start, node.span.end);
  return /[.eE]/.test(text) && !/^[-+]?0x/i.test(text);
}

function float({ member, path }: Entry, node: ScalarNode): Report {
  return {
    span: node.span,
    path,
    severity: "warning",
    message: `${member.key} is a whole number, and the AWS CLI and boto3 refuse one in this form, though AWS itself probably takes it. Write ${node.value}.`,
    data: { member: member.key, expected: "integer" },
    fixes: () => (isEditable(node) ? fixOf(`Write ${node.value}`, true, written(node)) : []),
  };
}

/** The same value in digits alone, as far as it has that form. */
function written({ span, value }: ScalarNode): TextEdit[] {
  const digits = String(value);
  return /^-?\d+$/.test(digits) ? [{ span, newText: digits }] : [];
}

function missing(spec: Spec, fields: Fields, { member, path }: Entry, property: Property): Report {
  const mayGo = !isRequired(spec, fields, property);
  const isEmpty = member.value?.kind === "scalar" && member.value.style === "empty";
  return {
    span: isEmpty || !member.value ? member.keySpan : member.value.span,
    path,
    message: isEmpty
      ? `${member.key} has no value yet. Give it one${mayGo ? ", or remove it" : ""}.`
      : `${member.key} is null, ${refusalOfNull(spec)}. Give it a value${mayGo ? ", or remove it for the default" : ""}.`,
    data: { member: member.key },
    fixes: (part) => (mayGo ? dropMember(part, fields.node, member) : []),
  };
}

function refusalOfNull({ target }: Spec): string {
  return target === "resource"
    ? "and CloudFormation refuses the template: 'null' values are not allowed in templates"
    : "which the AWS CLI and boto3 refuse and the JavaScript SDK leaves out";
}

function wrong(spec: Spec, fields: Fields, entry: Entry, property: Property): Report {
  const { member, path } = entry;
  const node = member.value as SpecNode;
  if (node.kind === "unknown")
    return {
      span: spanWithTag(node),
      path,
      message: `${member.key} takes ${wanted(property.value)}, but ${givenBy(node)}, and CloudFormation does not turn one into the other.`,
      data: { member: member.key, expected: property.value.type },
    };
  return {
    span: node.span,
    path,
    message: `${member.key} takes ${wanted(property.value)}, but this is ${given(node, property.sensitive)}.${typeAdvice(spec, node, property)}`,
    data: { member: member.key, expected: property.value.type },
    fixes: (part) => rightType(part, spec, fields, entry, property),
  };
}

function* items({ member, path }: Entry, list: ArrayNode): Generator<Report> {
  for (const index of indexesWhere(list, isWrongItem)) {
    const node = list.items[index] as SpecNode;
    const verdict = typeVerdict(node, "string");
    const isEmpty = node.span.start === node.span.end;
    if (node.kind === "unknown") {
      yield {
        span: spanWithTag(node),
        path: [...path, index],
        message: `${member.key} is a list of text, but here ${givenBy(node)}, so that a list would stand within the list.`,
        data: { member: member.key, expected: "string" },
      };
      continue;
    }
    yield {
      // An empty item has no width: its hyphen stands before it.
      span: isEmpty ? list.span : node.span,
      path: [...path, index],
      message:
        verdict === "missing"
          ? `An item of ${member.key} ${isEmpty ? "has no value" : "is null"}. Give it a value, or remove it.`
          : `${member.key} is a list of text, but this item is ${given(node)}.`,
      data: { member: member.key, expected: "string" },
      fixes: (part) => [...rightItem(part, list, node), ...dropItem(part, list, node)],
    };
  }
}

function isWrongItem(node: SpecNode): boolean {
  const verdict = typeVerdict(node, "string");
  return verdict !== "ok" && verdict !== "unknown";
}

function wanted(value: ValueType): string {
  switch (value.type) {
    case "string":
      return "text";
    case "integer":
      return "a whole number";
    case "boolean":
      return "true or false";
    case "list":
      return "a list";
    case "object":
      return `an object with ${value.members[0]?.name ?? "members"} and so on`;
  }
}

/** What a function gives whatever its value will be. */
function givenBy({ gives, call }: UnknownNode): string {
  const name = call?.name === "Ref" ? `the parameter ${stringValue(call.args)}` : `${call?.name}`;
  return `${name} gives ${gives === "list" ? "a list" : "text"}`;
}

function given(node: SpecNode, secret = false): string {
  if (node.kind === "array") return "a list";
  if (node.kind !== "scalar") return "an object";
  const { value } = node;
  if (value === null) return "null";
  const kind = typeof value === "string" ? "the text" : typeof value === "number" ? "the number" : "the boolean";
  return secret ? `a ${kind.slice(4)}` : `${kind} ${shown(value)}`;
}
