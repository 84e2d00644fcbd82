import type { SpecNode } from "../../document/node.ts";
import { findMember, stringValue } from "../../document/node.ts";
import { mappedNode } from "./mapping.ts";
import { propertiesOf } from "./piece.ts";
import { literalText, type TemplateView } from "./view.ts";

/**
 * What a text says, in one canonical form, so that two spellings of the same can be told to be the same: literal pieces,
 * and pieces that are known at deploy time only, as `Fn::Sub` would write them (`${AWS::StackName}-api/read`).
 */
export interface Expression {
  readonly text: string;
  /** Whether nothing in it is left to the deploy. */
  readonly isLiteral: boolean;
}

/** What a name stands for where that is decided: a parameter's value in question. */
export interface Bindings {
  readonly values?: ReadonlyMap<string, string>;
  /** The truth of conditions; without it `!If` is not decided. */
  readonly truths?: ReadonlyMap<string, boolean>;
}

/** @returns `undefined` for what is no text, or cannot be written as one. */
export function expressionOf(
  node: SpecNode | undefined,
  view: TemplateView,
  bindings: Bindings,
  depth = 0,
): Expression | undefined {
  if (!node || depth > MOST_DEPTH) return undefined;
  const inner = (other: SpecNode | undefined) => expressionOf(other, view, bindings, depth + 1);
  const literal = literalText(node);
  if (literal !== undefined) return { text: escaped(literal), isLiteral: true };
  if (node.kind !== "unknown") return undefined;
  if (!node.call) return plainText(node.text, node.reason, view);
  const { name, args } = node.call;
  switch (name) {
    case "Ref":
      return reference(stringValue(args) ?? "", view, bindings, depth);
    case "Fn::Sub":
      return substitution(args, view, bindings, depth);
    case "Fn::Join":
      return joined(args, inner);
    case "Fn::GetAtt":
      return attribute(args);
    case "Fn::If":
      return inner(branchOf(args, bindings)?.node);
    case "Fn::FindInMap": {
      const value = mappedNode(args, view, (item) => {
        const key = inner(item);
        return key && literalOf(key);
      });
      const text = literalText(value);
      return text === undefined ? undefined : { text: escaped(text), isLiteral: true };
    }
    case "Fn::ImportValue": {
      const argument = inner(args);
      return argument && { text: `\${Fn::ImportValue ${argument.text}}`, isLiteral: false };
    }
    default:
      return undefined;
  }
}

const MOST_DEPTH = 12;

/** A plain text in which another tool's variables stand: the same variables are the same text. */
function plainText(text: string | undefined, reason: string, view: TemplateView): Expression | undefined {
  if (text === undefined || reason !== "template" || !text.includes("${")) return undefined;
  return view.template.kind === "whole" ? { text: escaped(text), isLiteral: true } : { text, isLiteral: false };
}

function escaped(text: string): string {
  return text.replaceAll("${", "${!");
}

/** Ref of a provider is its name, of a resource server its identifier; of anything else what the deploy makes of it. */
function reference(name: string, view: TemplateView, bindings: Bindings, depth: number): Expression | undefined {
  if (name === "" || name === "AWS::NoValue") return undefined;
  const value = bindings.values?.get(name);
  if (value !== undefined) return { text: escaped(value), isLiteral: true };
  const resource = view.resources.get(name);
  const member = resource?.type && REFERENCE[resource.type];
  if (!member) return { text: `\${${name}}`, isLiteral: false };
  const named = findMember(propertiesOf(resource.piece()), member)?.value;
  return expressionOf(named, view, bindings, depth + 1) ?? { text: `\${${name}}`, isLiteral: false };
}

const REFERENCE: Readonly<Record<string, string>> = {
  "AWS::Cognito::UserPoolResourceServer": "Identifier",
  "AWS::Cognito::UserPoolIdentityProvider": "ProviderName",
};

function substitution(
  args: SpecNode | undefined,
  view: TemplateView,
  bindings: Bindings,
  depth: number,
): Expression | undefined {
  const template = args?.kind === "array" ? args.items[0] : args;
  const names = args?.kind === "array" ? args.items[1] : undefined;
  const text = template?.kind === "unknown" && template.reason === "template" ? template.text : literalText(template);
  // An empty one is being typed.
  if (text === undefined || text === "") return undefined;
  let isLiteral = true;
  let isText = true;
  const result = filledIn(text, (found) => {
    const name = found.trim();
    if (name.startsWith("!")) return `\${!${name.slice(1)}}`;
    const own = findMember(names, name)?.value;
    const piece = own
      ? expressionOf(own, view, bindings, depth + 1)
      : name.includes(".")
        ? { text: `\${${name}}`, isLiteral: false }
        : reference(name, view, bindings, depth);
    if (!piece) isText = false;
    if (!piece?.isLiteral) isLiteral = false;
    return piece?.text ?? "";
  });
  // What is resolved at deploy time is no text of the file; nor is what another tool fills in.
  if (
    /\{\{resolve:/.test(text) ||
    (view.template.kind !== "whole" && callsSomething(text.replace(/\$\{AWS::\w+\}/g, "")))
  )
    isLiteral = false;
  return isText ? { text: result, isLiteral } : undefined;
}

/** Each `${…}`, up to the first brace that closes, replaced. Not by a regular expression: unclosed ones would cost it a square. */
function filledIn(text: string, replacement: (inside: string) => string): string {
  const pieces = text.split("}");
  const last = pieces.pop() ?? "";
  const filled = pieces.map((piece) => {
    const at = piece.indexOf("${");
    return at < 0 ? `${piece}}` : piece.slice(0, at) + replacement(piece.slice(at + 2));
  });
  return filled.join("") + last;
}

/** Whether some `${…}` holds a colon or a call, as other tools' have. */
function callsSomething(text: string): boolean {
  const pieces = text.split("}").slice(0, -1);
  return pieces.some((piece) => {
    const at = piece.indexOf("${");
    return at >= 0 && /[:(]/.test(piece.slice(at + 2));
  });
}

function joined(
  args: SpecNode | undefined,
  inner: (node: SpecNode | undefined) => Expression | undefined,
): Expression | undefined {
  if (args?.kind !== "array") return undefined;
  const separator = literalText(args.items[0]);
  const list = args.items[1];
  if (separator === undefined || list?.kind !== "array") return undefined;
  const pieces = list.items.map(inner);
  if (pieces.some((piece) => piece === undefined)) return undefined;
  return {
    text: pieces.map((piece) => piece?.text).join(escaped(separator)),
    isLiteral: pieces.every((piece) => piece?.isLiteral),
  };
}

function attribute(args: SpecNode | undefined): Expression | undefined {
  const path = getAttOf(args);
  return path && { text: `\${${path.id}.${path.attribute}}`, isLiteral: false };
}

/** @returns the resource and the attribute that `Fn::GetAtt` names, in either spelling. */
export function getAttOf(args: SpecNode | undefined): { id: string; attribute: string } | undefined {
  const text = stringValue(args);
  if (text !== undefined) {
    const dot = text.indexOf(".");
    return dot < 0 ? undefined : { id: text.slice(0, dot), attribute: text.slice(dot + 1) };
  }
  if (args?.kind !== "array") return undefined;
  const [id, ...rest] = args.items.map(stringValue);
  if (id === undefined || rest.length === 0 || rest.some((each) => each === undefined)) return undefined;
  return { id, attribute: rest.join(".") };
}

/** @returns the branch of `Fn::If` that counts, with its place in the arguments, where its condition is decided. */
export function branchOf(
  args: SpecNode | undefined,
  { truths }: Bindings,
): { node: SpecNode | undefined; index: 1 | 2 } | undefined {
  if (args?.kind !== "array" || args.items.length !== 3) return undefined;
  const truth = truths?.get(stringValue(args.items[0]) ?? "");
  if (truth === undefined) return undefined;
  const index = truth ? 1 : 2;
  return { node: args.items[index], index };
}

/** @returns the text that a canonical text without deploy-time pieces is. */
export function literalOf({ text, isLiteral }: Expression): string | undefined {
  return isLiteral ? text.replaceAll("${!", "${") : undefined;
}

/** The identifier and the name of a custom scope: its last slash outside of `${…}` parts them. */
export function scopeParts(text: string): { server: string; scope: string } | undefined {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text.charAt(at) === "}") depth++;
    else if (text.charAt(at) === "{" && text.charAt(at - 1) === "$") depth = Math.max(0, depth - 1);
    else if (text.charAt(at) === "/" && depth === 0) return { server: text.slice(0, at), scope: text.slice(at + 1) };
  }
  return undefined;
}
