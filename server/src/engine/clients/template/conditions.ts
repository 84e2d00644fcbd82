import { findMember, type SpecNode, stringValue } from "../../document/node.ts";
import { expressionOf, literalOf } from "./expression.ts";
import type { TemplateView } from "./view.ts";

/** A truth for each condition that is asked about. */
export interface Scenario {
  readonly truths: ReadonlyMap<string, boolean>;
  /** Whether some choice of parameters certainly leads here; an unread condition may forbid it. */
  readonly isCertain: boolean;
}

/** More combinations than this are not told apart. */
export const MOST_SCENARIOS = 8;

/**
 * All combinations of truths that the named conditions can have together. Combinations that cannot be are left out:
 * conditions are read as what they say about parameters.
 * @returns `undefined` when they are too many.
 */
export function scenariosOf(names: ReadonlySet<string>, view: TemplateView): Scenario[] | undefined {
  if (names.size === 0) return [{ truths: new Map(), isCertain: true }];
  const reader = new ConditionReader(view);
  const formulas = [...names].map((name) => [name, reader.named(name, [])] as const);
  const assignments = assignmentsOf(reader.variables);
  if (!assignments) return undefined;
  const found = new Map<string, Scenario>();
  for (const assignment of assignments) {
    const truths = new Map(formulas.map(([name, formula]) => [name, evaluate(formula, assignment)]));
    const key = [...truths.values()].join();
    if (found.get(key)?.isCertain) continue;
    found.set(key, { truths, isCertain: reader.isCertain && !view.hasRules });
    if (found.size > MOST_SCENARIOS) return undefined;
  }
  return [...found.values()];
}

type Formula =
  | { readonly is: boolean }
  | { readonly variable: string; readonly value: string }
  | { readonly not: Formula }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] };

/** Whatever differs from each literal that is compared. */
const OTHER = "\0other";

class ConditionReader {
  /** Values that each variable can have, as far as somebody compares them. */
  readonly variables = new Map<string, Set<string>>();
  /** Whether everything was read, and every value can be chosen. */
  isCertain = true;
  private readonly view: TemplateView;

  constructor(view: TemplateView) {
    this.view = view;
  }

  named(name: string, seen: readonly string[]): Formula {
    const { conditions } = this.view;
    if (!conditions.has(name) || seen.includes(name)) return this.opaque(`condition ${name}`);
    return this.formula(conditions.get(name), [...seen, name]);
  }

  private formula(node: SpecNode | undefined, seen: readonly string[]): Formula {
    const other = conditionName(node);
    if (other !== undefined) return this.named(other, seen);
    if (node?.kind !== "unknown" || !node.call) return this.opaque(`at ${node?.span.start}`);
    const { name, args } = node.call;
    const items = args?.kind === "array" ? args.items : [];
    const each = () => items.map((item) => this.formula(item, seen));
    const [first] = items;
    if (name === "Fn::Not" && first && items.length === 1) return { not: this.formula(first, seen) };
    if (name === "Fn::And") return { all: each() };
    if (name === "Fn::Or") return { any: each() };
    if (name === "Fn::Equals" && items.length === 2) return this.equals(items);
    return this.opaque(`at ${node.span.start}`);
  }

  private equals([left, right]: readonly SpecNode[]): Formula {
    const [a, b] = [left, right].map((node) => expressionOf(node, this.view, {}));
    if (!a || !b) return this.opaque(`at ${left?.span.start}`);
    if (a.isLiteral && b.isLiteral) return { is: a.text === b.text };
    if (a.text === b.text) return { is: true };
    const [open, literal] = a.isLiteral ? [b, literalOf(a)] : [a, literalOf(b)];
    const name = /^\$\{([^!{}.]+)\}$/.exec(open.text)?.[1];
    if (literal === undefined || name === undefined || this.view.resources.has(name))
      return this.opaque([a.text, b.text].sort().join(" = "));
    return this.compares(name, literal);
  }

  private compares(name: string, literal: string): Formula {
    const parameter = this.view.parameters.get(name);
    let values = this.variables.get(name);
    if (!values) {
      values = new Set(parameter?.allowed ?? [OTHER]);
      this.variables.set(name, values);
    }
    if (!parameter?.allowed) values.add(literal);
    if (!parameter ? !name.startsWith("AWS::") : parameter.isConstrained && !parameter.allowed) this.isCertain = false;
    return { variable: name, value: literal };
  }

  /** Something that is not understood: it may be either, and may depend on anything. */
  private opaque(key: string): Formula {
    this.isCertain = false;
    this.variables.set(`\0${key}`, new Set(["true", "false"]));
    return { variable: `\0${key}`, value: "true" };
  }
}

/** `!Condition X` and `{"Condition": "X"}`. */
function conditionName(node: SpecNode | undefined): string | undefined {
  if (node?.kind === "unknown") return node.call?.name === "Condition" ? stringValue(node.call.args) : undefined;
  return node?.kind === "object" && node.members.length === 1
    ? stringValue(findMember(node, "Condition")?.value)
    : undefined;
}

type Assignment = ReadonlyMap<string, string>;

function assignmentsOf(variables: ReadonlyMap<string, ReadonlySet<string>>): Assignment[] | undefined {
  let all: Assignment[] = [new Map()];
  for (const [name, values] of variables) {
    if (all.length * values.size > MOST_ASSIGNMENTS) return undefined;
    all = all.flatMap((assignment) => [...values].map((value) => new Map([...assignment, [name, value]])));
  }
  return all;
}
const MOST_ASSIGNMENTS = 2000;

function evaluate(formula: Formula, assignment: Assignment): boolean {
  if ("is" in formula) return formula.is;
  if ("variable" in formula) return assignment.get(formula.variable) === formula.value;
  if ("not" in formula) return !evaluate(formula.not, assignment);
  if ("all" in formula) return formula.all.every((each) => evaluate(each, assignment));
  return formula.any.some((each) => evaluate(each, assignment));
}
