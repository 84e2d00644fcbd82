import { findMember, type Member, type SpecNode, stringValue } from "../../document/node.ts";
import type { Piece } from "./piece.ts";
import { attributeOf, nodesIn } from "./piece.ts";
import type { Resources } from "./resources.ts";
import type { Template } from "./template.ts";

export interface Parameter {
  readonly name: string;
  readonly piece: Piece;
  readonly member: Member;
  readonly type: string | undefined;
  /** The value of a literal Default, and where it stands. */
  readonly default?: { readonly value: string; readonly node: SpecNode };
  /** All of them, where all are literal. */
  readonly allowed?: readonly string[];
  /** AllowedPattern, lengths or bounds, which may rule values out. */
  readonly isConstrained: boolean;
}

/** What a template says about names, by name; each part is read when somebody asks for the first time. */
export class TemplateView {
  readonly template: Template;
  /**
   * The same object for all versions of a template of a file. What one version leaves to the next hangs on it, and not on the blocks
   * that both have: these lead to the version in which they were judged, which has its blocks, and so on to the first version.
   */
  readonly lineage: object;
  private readonly memo = new Map<string, unknown>();

  constructor(template: Template, lineage: object = {}) {
    this.template = template;
    this.lineage = lineage;
  }

  get resources(): Resources {
    return this.template.resources;
  }

  get parameters(): ReadonlyMap<string, Parameter> {
    return this.once(
      "parameters",
      () => new Map(this.members("Parameters").map(({ piece, member }) => [member.key, parameterOf(piece, member)])),
    );
  }

  /** The expression of a condition, by its name. */
  get conditions(): ReadonlyMap<string, SpecNode | undefined> {
    return this.once(
      "conditions",
      () => new Map(this.members("Conditions").map(({ member }) => [member.key, member.value])),
    );
  }

  /** What Serverless lays over resources. */
  get extensions(): readonly Piece[] {
    return this.once("extensions", () => this.template.sections("extensions"));
  }

  /** @returns the members of all sections of that name. */
  members(section: string): { piece: Piece; member: Member }[] {
    return this.template.sections(section).flatMap((piece) => {
      const { value } = piece.member;
      return value?.kind === "object" ? value.members.map((member) => ({ piece, member })) : [];
    });
  }

  mapping(name: string): SpecNode | undefined {
    return this.members("Mappings").find(({ member }) => member.key === name)?.member.value;
  }

  /** Assertions on parameters may rule combinations of their values out. */
  get hasRules(): boolean {
    return (
      this.once("rules", () =>
        this.members("Rules").some(({ member }) => member.key !== "CheckBootstrapVersion") ? YES : NO,
      ) === YES
    );
  }

  /** Whether a resource is what the file says: never in a fragment, which others add to, nor where a macro may change it. */
  get isPlain(): boolean {
    return this.once("plain", () => (this.findPlain() ? YES : NO)) === YES;
  }

  /** Whether, besides, what is not in the file is not there at all: no loop and no nested stack adds to it. */
  get isComplete(): boolean {
    return this.isPlain && !this.resources.names.mayAdd;
  }

  private findPlain(): boolean {
    return this.template.kind === "whole" && this.findKnownMacros();
  }

  /** Whether what is written stays so: no macro of somebody's own writes the resources anew. */
  get keepsValues(): boolean {
    const find = () => (this.findKnownMacros() && !this.resources.has("Fn::Transform") ? YES : NO);
    return this.once("keeps", find) === YES;
  }

  private findKnownMacros(): boolean {
    if (this.template.sections("Fn::Transform").length > 0) return false;
    const transforms = this.template.sections("Transform").flatMap(({ member }) => [...nodesIn(member.value)]);
    return transforms.every((node) => node.kind === "array" || KNOWN_TRANSFORMS.has(stringValue(node) ?? ""));
  }

  private once<T>(key: string, compute: () => T): T {
    const known = this.memo.get(key);
    if (known !== undefined) return known as T;
    const computed = compute();
    this.memo.set(key, computed);
    return computed;
  }
}

const YES = "yes";
const NO = "no";

/** Macros of AWS that add no Cognito resource to a template. */
const KNOWN_TRANSFORMS: ReadonlySet<string> = new Set([
  "AWS::Serverless-2016-10-31",
  "AWS::SecretsManager-2020-07-23",
  "AWS::SecretsManager-2024-09-16",
  "AWS::CodeDeployBlueGreen",
  "AWS::LanguageExtensions",
]);

function parameterOf(piece: Piece, member: Member): Parameter {
  const attribute = (name: string) => findMember(member.value, name)?.value;
  const type = typeNameOf(attribute("Type"));
  // What stands there are names of stored parameters: what they hold is known to nobody here.
  const isStored = type?.startsWith("AWS::SSM::Parameter::Value") ?? false;
  const allowed = isStored ? undefined : attribute("AllowedValues");
  const values = allowed?.kind === "array" ? allowed.items.map(literalText) : [];
  const node = isStored ? undefined : attribute("Default");
  const value = literalText(node);
  const isConstrained = ["AllowedPattern", "MinLength", "MaxLength", "MinValue", "MaxValue"].some((name) =>
    attribute(name),
  );
  return {
    name: member.key,
    piece,
    member,
    type,
    isConstrained: isConstrained || isStored,
    ...(node && value !== undefined && { default: { value, node } }),
    ...(values.length > 0 && values.every((each) => each !== undefined) && { allowed: values as string[] }),
  };
}

/** `List<Number>` has what is a placeholder elsewhere. */
function typeNameOf(node: SpecNode | undefined): string | undefined {
  return node?.kind === "unknown" && node.reason === "template" ? node.text : stringValue(node);
}

/** @returns what a literal scalar is as a parameter's value, all of which are text. */
export function literalText(node: SpecNode | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? String(node.value) : undefined;
}

/** The name of the condition on which a resource is made at all. */
export function conditionOf(piece: Piece | undefined): string | undefined {
  return stringValue(attributeOf(piece, "Condition"));
}
