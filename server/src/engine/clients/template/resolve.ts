import { type Member, type ObjectNode, type ScalarNode, type SpecNode, stringValue } from "../../document/node.ts";
import { type Bindings, branchOf, expressionOf, literalOf } from "./expression.ts";
import { mappedNode } from "./mapping.ts";
import type { Path } from "./piece.ts";
import { resultTypeOf } from "./result-type.ts";
import type { TemplateView } from "./view.ts";

/** A tree with intrinsic functions replaced by what they give, as far as the file says it. */
export interface Resolved {
  readonly root: ObjectNode;
  /** Where a value of `root` stands in the template; both paths count from the resolved object. */
  origin(path: Path): Path;
}

/** @param bindings the truths of conditions, and the values of parameters that are looked at. */
export function resolveObject(object: ObjectNode, view: TemplateView, bindings: Bindings): Resolved {
  const resolver = new Resolver(view, bindings);
  return { root: resolver.object(object, [], []), origin: (path) => resolver.origin(path) };
}

class Resolver {
  private readonly origins = new Map<string, Path>();
  private readonly view: TemplateView;
  private readonly bindings: Bindings;
  private isOpen = false;

  constructor(view: TemplateView, bindings: Bindings) {
    this.view = view;
    this.bindings = bindings;
  }

  origin(path: Path): Path {
    for (let length = path.length; length > 0; length--) {
      const known = this.origins.get(JSON.stringify(path.slice(0, length)));
      if (known) return [...known, ...path.slice(length)];
    }
    return path;
  }

  object(object: ObjectNode, from: Path, to: Path): ObjectNode {
    // What a macro puts beside the members, or makes of them, cannot be known.
    const wasOpen = this.isOpen;
    if (object.members.some(({ key }) => key.startsWith("Fn::"))) this.isOpen = true;
    const members = object.members.flatMap((member): Member[] => {
      if (!member.value) return [member];
      const value = this.node(member.value, [...from, member.key], [...to, member.key]);
      return value ? [value === member.value ? member : { ...member, value }] : [];
    });
    this.isOpen = wasOpen;
    return members.every((member, index) => member === object.members[index]) &&
      members.length === object.members.length
      ? object
      : { ...object, members };
  }

  /** @returns `undefined` for what AWS::NoValue takes away. */
  private node(node: SpecNode, from: Path, to: Path): SpecNode | undefined {
    if (node.kind === "object") return this.object(node, from, to);
    if (node.kind === "array") return this.array(node, from, to);
    if (node.kind === "scalar" || !node.call) return node;
    return this.call(node, from, to);
  }

  private array(array: SpecNode & { kind: "array" }, from: Path, to: Path): SpecNode {
    const items: SpecNode[] = [];
    array.items.forEach((item, index) => {
      const here = [...to, items.length];
      this.origins.set(JSON.stringify(here), [...from, index]);
      const value = this.node(item, [...from, index], here);
      if (value) items.push(value);
    });
    if (items.length === array.items.length && items.every((item, index) => item === array.items[index])) return array;
    // An item that an !If gives cannot be taken out of its list by itself, nor a neighbour added by counting.
    return { ...array, items, alias: array.span };
  }

  private call(node: SpecNode & { kind: "unknown" }, from: Path, to: Path): SpecNode | undefined {
    const { name, args } = node.call as NonNullable<typeof node.call>;
    if (name === "Ref" && stringValue(args) === "AWS::NoValue") return undefined;
    if (name === "Fn::If") {
      const branch = branchOf(args, this.bindings);
      if (!branch?.node) return node;
      const place = [...from, name, branch.index];
      this.origins.set(JSON.stringify(to), place);
      const value = this.node(branch.node, place, to);
      return value && { ...value, alias: value.alias ?? value.span };
    }
    if (name === "Ref") {
      const list = this.listParameter(node, stringValue(args));
      if (list) return list;
    }
    if (name === "Fn::FindInMap") return this.mapped(node, args) ?? node;
    const type = this.isOpen ? undefined : resultTypeOf({ name, args }, this.view);
    return this.expressed(type ? { ...node, gives: type } : node);
  }

  private expressed(node: SpecNode & { kind: "unknown" }): SpecNode {
    const expression = expressionOf(node, this.view, this.bindings);
    if (!expression) return node;
    const literal = literalOf(expression);
    if (literal === undefined) return { ...node, text: expression.text, isText: true };
    // Still filled in later: dynamic references, and what a macro or a tool before CloudFormation writes.
    if (/\{\{/.test(literal) || /\$\{/.test(literal)) return node;
    return scalarAt(node, literal);
  }

  /** A list parameter whose value is looked at: `a, b`. */
  private listParameter(node: SpecNode, name: string | undefined): SpecNode | undefined {
    const value = name === undefined ? undefined : this.bindings.values?.get(name);
    const type = this.view.parameters.get(name ?? "")?.type;
    if (value === undefined || !(type === "CommaDelimitedList" || type?.startsWith("List<"))) return undefined;
    const items = value.split(",").map((item) => scalarAt(node, item.trim()));
    return { kind: "array", span: node.span, alias: node.span, flow: true, items };
  }

  private mapped(node: SpecNode, args: SpecNode | undefined): SpecNode | undefined {
    const value = mappedNode(args, this.view, (item) => {
      const key = expressionOf(item, this.view, this.bindings);
      return key && literalOf(key);
    });
    if (value?.kind === "scalar" && value.value !== null) return { ...value, span: node.span, alias: node.span };
    if (value?.kind !== "array" || !value.items.every((item) => item.kind === "scalar")) return undefined;
    return {
      ...value,
      span: node.span,
      alias: node.span,
      items: value.items.map((item) => ({ ...item, span: node.span, alias: node.span })),
    };
  }
}

/** A text that stands nowhere as such: it is shown where the function is, and cannot be edited. */
function scalarAt(node: SpecNode, value: string): ScalarNode {
  return { kind: "scalar", value, style: "double", span: node.span, alias: node.span };
}
