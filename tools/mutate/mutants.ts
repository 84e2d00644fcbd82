/** A syntax node as the parser gives it; offsets are UTF-16 units. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** One small fault: the text that stands in place of an expression. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** `a < b → a <= b`, cut where it is long. */
  readonly label: string;
  /** Outside of every function, so that it takes effect only while the module is loaded. */
  readonly atLoad: boolean;
}

/** What each operator becomes: its opposite and, for a bound, its neighbour. */
const operators: Readonly<Record<string, readonly string[]>> = {
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "&&": ["||"],
  "||": ["&&"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
};

const methods = new Map(
  Object.entries({
    some: "every",
    every: "some",
    startsWith: "endsWith",
    min: "max",
    max: "min",
    floor: "ceil",
    ceil: "floor",
  }),
);

/** Texts for people and facts about the rule: their wording is no condition. */
const words: ReadonlySet<string> = new Set([
  ...["id", "summary", "why", "source", "refusals", "evidence", "tag", "message", "title", "data", "related"],
  ...["severity", "doc", "clause", "fixable", "poolAware"],
]);

/** @returns every fault that the text of a module can be given; `tree` is the module's. */
export function mutantsOf(text: string, tree: SyntaxNode): Mutant[] {
  const mutants: Mutant[] = [];
  walk(tree, [], (node, parents) => {
    const raw = text.slice(node.start, node.end);
    const atLoad = !parents.some(({ type }) => /Function/.test(type));
    for (const replacement of replacements(text, node, parents)) {
      const label = `${short(raw)} → ${short(replacement)}`;
      mutants.push({ start: node.start, end: node.end, replacement, label, atLoad });
    }
  });
  return mutants;
}

function replacements(text: string, node: SyntaxNode, parents: readonly SyntaxNode[]): string[] {
  const cut = (part: SyntaxNode) => text.slice(part.start, part.end);
  const parent = parents.at(-1);
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const [left, right] = [node["left"] as SyntaxNode, node["right"] as SyntaxNode];
      const others = operators[String(node["operator"])] ?? [];
      return others.map((operator) => `(${cut(left)}) ${operator} (${cut(right)})`);
    }
    case "UnaryExpression":
      return node["operator"] === "!" ? [cut(node["argument"] as SyntaxNode)] : [];
    case "CallExpression":
      return otherMethod(node, parent, cut);
    case "Literal":
      return isValue(node, parents) ? otherLiteral(node) : [];
    default:
      return parent && isCondition(node, parent) ? ["true", "false"] : [];
  }
}

/** The test of an `if` or `?:`; where it is an operator or a negation, the operators' own mutants say as much. */
function isCondition(node: SyntaxNode, parent: SyntaxNode): boolean {
  return parent["test"] === node && ["IfStatement", "ConditionalExpression"].includes(parent.type);
}

function otherMethod(node: SyntaxNode, parent: SyntaxNode | undefined, cut: (part: SyntaxNode) => string): string[] {
  const callee = node["callee"] as SyntaxNode;
  const inChain = parent?.type === "MemberExpression" || parent?.type === "ChainExpression";
  if (callee.type !== "MemberExpression" || inChain) return [];
  const property = callee["property"] as SyntaxNode;
  const other = methods.get(String(property["name"]));
  return other === undefined
    ? []
    : [cut(node).slice(0, property.start - node.start) + other + cut(node).slice(property.end - node.start)];
}

function otherLiteral(node: SyntaxNode): string[] {
  const { value } = node;
  if (typeof value === "number") return [String(value + 1), String(value - 1)];
  if (typeof value === "boolean") return [String(!value)];
  return typeof value === "string" ? [JSON.stringify(value === "" ? "mutant" : "")] : [];
}

/** Whether a literal takes part in what the module does: no key, no type, no import, no wording. */
function isValue(node: SyntaxNode, parents: readonly SyntaxNode[]): boolean {
  const parent = parents.at(-1);
  if (
    !parent ||
    node["regex"] ||
    /^(?:TS|Import|Export|TemplateLiteral)/.test(parent.type.replace("TSAsExpression", ""))
  )
    return false;
  if (parent.type === "Property" && parent["key"] === node) return false;
  if (parent.type === "MemberExpression" && parent["object"] !== node && typeof node["value"] === "string")
    return false;
  return !parents.some((ancestor) => ancestor.type === "Property" && isWording(ancestor["key"] as SyntaxNode));
}

function isWording(key: SyntaxNode): boolean {
  return words.has(String(key["name"] ?? key["value"]));
}

function walk(
  node: SyntaxNode,
  parents: readonly SyntaxNode[],
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
): void {
  visit(node, parents);
  const inside = [...parents, node];
  for (const child of Object.values(node)) {
    for (const item of Array.isArray(child) ? child : [child]) {
      if (typeof item === "object" && item !== null && typeof (item as SyntaxNode).type === "string")
        walk(item as SyntaxNode, inside, visit);
    }
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 70 ? `${line.slice(0, 67)}…` : line;
}

/**
 * Puts all mutants into one text, each asleep until `globalThis.mutant` has its number (its place in the list, from 1):
 * so a module is loaded once for all of them.
 */
export function withSleepers(text: string, mutants: readonly Mutant[]): string {
  const prefixes = mutants.map((mutant, index) => ({
    ...mutant,
    before: `(globalThis.mutant === ${index + 1} ? (${mutant.replacement}) : (`,
  }));
  let result = "";
  for (let offset = 0; offset <= text.length; offset++) {
    const closing = prefixes.filter(({ end }) => end === offset);
    const opening = prefixes.filter(({ start }) => start === offset).sort((a, b) => b.end - a.end);
    result += "))".repeat(closing.length) + opening.map(({ before }) => before).join("") + (text[offset] ?? "");
  }
  return result;
}
