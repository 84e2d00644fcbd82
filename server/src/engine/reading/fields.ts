import type { Property } from "../catalogue/entry.ts";
import type { ArrayNode, Member, ObjectNode, Path, ScalarNode, SpecNode } from "../document/node.ts";
import { type Item, Items, type Symbolic } from "./list-items.ts";
import { type TypeVerdict, verdictOf } from "./type-verdict.ts";

export type { Item, Items, Path, Symbolic };

/** What can be said of a question with two answers. */
export type Ternary = "yes" | "no" | "unknown";

/**
 * What is known of a member. `unknown` covers everything a rule may not judge: a template, an intrinsic function,
 * a value of the wrong type (reported once, by wrong-type), or an absence that a syntax error makes doubtful.
 */
export type Field<T, N extends SpecNode = SpecNode> =
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly member?: Member }
  | { readonly state: "known"; readonly value: T; readonly node: N; readonly member: Member; readonly path: Path };

export interface Entry {
  readonly member: Member;
  /** `undefined` when the catalogue has no such name here. */
  readonly property: Property | undefined;
  readonly verdict: TypeVerdict;
  readonly path: Path;
}

/** The members of one object of a spec, read once against the catalogue. Answers are three-valued: see Field. */
export class Fields {
  readonly node: ObjectNode | undefined;
  readonly path: Path;
  /** Every member as written, duplicates and unknown names included. */
  readonly entries: readonly Entry[];
  /** Whether an absent member is certainly absent. */
  protected readonly closed: boolean;
  private readonly lists = new Map<string, Field<Items, ArrayNode>>();
  private readonly byName = new Map<string, Entry>();
  private readonly intends: (wrongName: string) => readonly string[];
  private misspelt: ReadonlySet<string> | undefined;

  /** @param intends the members that a name which the catalogue does not have may stand for. */
  constructor(
    node: ObjectNode | undefined,
    path: Path,
    properties: ReadonlyMap<string, Property>,
    closed: boolean,
    intends: (wrongName: string) => readonly string[],
  ) {
    this.node = node;
    this.path = path;
    this.closed = closed;
    this.intends = intends;
    this.entries = (node?.members ?? []).map((member) => {
      const property = properties.get(member.key);
      const entry: Entry = {
        member,
        property,
        verdict: verdictOf(member.value, property),
        path: [...path, member.key],
      };
      this.byName.set(member.key, entry);
      return entry;
    });
  }

  /** The entry that takes effect, whatever its value. */
  entry(name: string): Entry | undefined {
    return this.byName.get(name);
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** Certainly not there: never while the document has syntax errors, nor under another spelling (unknown-property tells that). */
  isAbsent(name: string): boolean {
    if (!this.closed || this.byName.has(name)) return false;
    this.misspelt ??= new Set(
      this.entries.flatMap(({ member, property }) => (property ? [] : this.intends(member.key))),
    );
    return !this.misspelt.has(name);
  }

  string(name: string): Field<string, ScalarNode> {
    return this.scalar(name, "string");
  }

  /** Whole numbers only; `30.0` counts as one. */
  integer(name: string): Field<number, ScalarNode> {
    return this.scalar(name, "number");
  }

  boolean(name: string): Field<boolean, ScalarNode> {
    return this.scalar(name, "boolean");
  }

  list(name: string): Field<Items, ArrayNode> {
    let list = this.lists.get(name);
    if (!list) {
      list = this.readList(name);
      this.lists.set(name, list);
    }
    return list;
  }

  private readList(name: string): Field<Items, ArrayNode> {
    const entry = this.byName.get(name);
    if (!entry) return this.missing(name);
    const { member, path } = entry;
    if (member.value?.kind !== "array") return { state: "unknown", member };
    const value = new Items(member.value, path);
    return { state: "known", value, node: member.value, member, path };
  }

  object(name: string): Field<ObjectNode, ObjectNode> {
    const entry = this.byName.get(name);
    if (!entry) return this.missing(name);
    const { member, path } = entry;
    if (member.value?.kind !== "object") return { state: "unknown", member };
    return { state: "known", value: member.value, node: member.value, member, path };
  }

  private scalar<T extends string | number | boolean>(
    name: string,
    type: "string" | "number" | "boolean",
  ): Field<T, ScalarNode> {
    const entry = this.byName.get(name);
    if (!entry) return this.missing(name);
    const { member, path } = entry;
    const node = member.value;
    if (entry.verdict !== "ok" || node?.kind !== "scalar" || typeof node.value !== type)
      return { state: "unknown", member };
    return { state: "known", value: node.value as T, node, member, path };
  }

  private missing(name: string): { readonly state: "absent" } | { readonly state: "unknown" } {
    return this.isAbsent(name) ? ABSENT : UNKNOWN;
  }
}

const ABSENT = { state: "absent" } as const;
const UNKNOWN = { state: "unknown" } as const;
