import { findMember, type Span, type SpecNode, stringValue } from "../../document/node.ts";
import { nodesIn } from "./piece.ts";

/** A name that stands for something of the template: a parameter or resource, a condition, a mapping. */
export interface Reference {
  readonly name: string;
  readonly to: "value" | "condition" | "mapping";
  /** In the part, without quotes. */
  readonly span: Span;
}

/** @returns the names that a resource refers to, in functions and by its DependsOn and Condition; pseudo parameters are none. */
export function referencesIn(resource: SpecNode | undefined, text: string): Reference[] {
  const found: Reference[] = [];
  const add = (to: Reference["to"], node: SpecNode | undefined) => {
    const name = stringValue(node);
    if (node && name !== undefined && isName(name)) found.push({ name, to, span: inner(node, text) });
  };
  const dependsOn = findMember(resource, "DependsOn")?.value;
  for (const node of dependsOn?.kind === "array" ? dependsOn.items : [dependsOn]) add("value", node);
  add("condition", findMember(resource, "Condition")?.value);
  for (const node of nodesIn(resource)) {
    if (node.kind !== "unknown" || !node.call) continue;
    const { name, args } = node.call;
    const [first] = args?.kind === "array" ? args.items : [];
    if (name === "Ref") add("value", args);
    else if (name === "Condition") add("condition", args);
    else if (name === "Fn::If") add("condition", first);
    else if (name === "Fn::FindInMap") add("mapping", first);
    else if (name === "Fn::GetAtt") found.push(...ofAttribute(first ?? args, text));
    else if (name === "Fn::Sub") found.push(...ofText(args, text));
  }
  return found;
}

function isName(text: string): boolean {
  return /^[A-Za-z0-9]{1,255}$/.test(text);
}

function ofAttribute(node: SpecNode | undefined, text: string): Reference[] {
  const [name = ""] = stringValue(node)?.split(".", 1) ?? [];
  if (!node || !isName(name)) return [];
  const { start } = inner(node, text);
  return [{ name, to: "value", span: { start, end: start + name.length } }];
}

/** Variables of a text, as they stand there; those that it brings along itself are its own. */
function ofText(args: SpecNode | undefined, text: string): Reference[] {
  const [template, own] = args?.kind === "array" ? args.items : [args];
  if (!template) return [];
  return [
    ...text.slice(template.span.start, template.span.end).matchAll(/\$\{[ ]?([A-Za-z0-9]+)(?=[ ]?[.}])/g),
  ].flatMap(({ 0: match, 1: name = "", index }): Reference[] => {
    if (findMember(own, name)) return [];
    const end = template.span.start + index + match.length;
    return [{ name, to: "value", span: { start: end - name.length, end } }];
  });
}

/** Without quotes. */
function inner({ span }: SpecNode, text: string): Span {
  const quotes = /^["']/.test(text.charAt(span.start)) ? 1 : 0;
  return { start: span.start + quotes, end: span.end - quotes };
}
