/**
 * One tree for JSON, JSONC and YAML. Nothing after `document/` asks which syntax a value was written in.
 *
 * All offsets are UTF-16 units counted from the start of the *part* (see part.ts), ends are exclusive,
 * so that an unchanged app client keeps its tree when text before it changes.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Names and indexes that lead from a value down to one in it. */
export type Path = readonly (string | number)[];

export function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

interface NodeBase {
  readonly span: Span;
  /**
   * Set when the value is reached through a YAML alias or merge key: the span of that alias.
   * `span` is then where the value itself stands, and editing it changes every place that shares it.
   */
  readonly alias?: Span;
  /** YAML anchor name without `&`. */
  readonly anchor?: string;
}

export interface ObjectNode extends NodeBase {
  readonly kind: "object";
  readonly members: readonly Member[];
  /** `{…}` in either syntax, as against YAML's block style. */
  readonly flow: boolean;
}

export interface ArrayNode extends NodeBase {
  readonly kind: "array";
  readonly items: readonly SpecNode[];
  readonly flow: boolean;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** How the scalar is written; `empty` is YAML's `Key:` with nothing after it (a null of no width). */
  readonly style: "plain" | "single" | "double" | "block" | "empty";
}

/** A value that cannot be known from the file: no rule reports on it. */
export interface UnknownNode extends NodeBase {
  readonly kind: "unknown";
  /**
   * `intrinsic`: `{"Ref": …}`, `{"Fn::…": …}`; `tag`: a YAML tag of another tool; `template`: `${…}`, `{{…}}`, `$NAME`, `<…>`;
   * `cut`: beyond the limits of document/limits.ts, or an alias that leads nowhere.
   */
  readonly reason: "intrinsic" | "tag" | "template" | "cut";
  /** The literal text of a template string, for messages and completion; of a tag, the tag. */
  readonly text?: string;
  /** Whether `text` is what the call gives, but for pieces that the deploy fills in. */
  readonly isText?: true;
  /** What the call gives whatever its value will be, where that is certain. */
  readonly gives?: "text" | "list";
  /** The function call that the value is, where it is one. Rules do not look into it; a template's scope does. */
  readonly call?: Call;
}

/** `!If [A, x, y]` or `{"Fn::If": ["A", "x", "y"]}`: the same call in both spellings, so that both have the same path. */
export interface Call {
  /** The long name: `Ref`, `Condition`, `Fn::If`, `Fn::Sub`. */
  readonly name: string;
  /** Of the tag with its `!`, or of the key. */
  readonly nameSpan: Span;
  /** `undefined` while JSON is half typed. */
  readonly args: SpecNode | undefined;
}

export type SpecNode = ObjectNode | ArrayNode | ScalarNode | UnknownNode;

export interface Member {
  readonly key: string;
  readonly keySpan: Span;
  /** From the key's first character to the end of the value (or of the key or colon, when there is no value). */
  readonly span: Span;
  /** `undefined` while JSON is half typed (`"Key":` or `"Key"`); YAML's `Key:` has an `empty` scalar. */
  readonly value: SpecNode | undefined;
  /** Set when the member came through a YAML merge key (`<<`): the span of what was merged. */
  readonly alias?: Span;
}

/** @returns the string of a string scalar, else `undefined`. */
export function stringValue(node: SpecNode | undefined): string | undefined {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

/** @returns the member with this key that takes effect (the last one, as in AWS's own JSON parsers), else `undefined`. */
export function findMember(node: SpecNode | undefined, key: string): Member | undefined {
  if (node?.kind !== "object") return undefined;
  for (let i = node.members.length - 1; i >= 0; i--) {
    if (node.members[i]?.key === key) return node.members[i];
  }
  return undefined;
}

/** @returns the value that a path leads to; through a key that stands twice, the one that takes effect. */
export function nodeAt(root: SpecNode | undefined, path: Path): SpecNode | undefined {
  let node = root;
  for (const step of path) {
    if (typeof step === "string") node = findMember(node, step)?.value;
    else node = node?.kind === "array" ? node.items[step] : undefined;
  }
  return node;
}

/** @returns the values right inside a value, in the order of the text: also a call's arguments, and also what an alias stands for. */
export function childrenOf(node: SpecNode): readonly SpecNode[] {
  if (node.kind === "array") return node.items;
  if (node.kind === "object") return node.members.flatMap(({ value }) => (value ? [value] : []));
  return node.kind === "unknown" && node.call?.args ? [node.call.args] : [];
}

/** @returns whether `offset` lies in the span, its end included (a cursor right behind a word still touches it). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
