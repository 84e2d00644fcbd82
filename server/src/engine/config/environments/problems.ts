import type { Member, ObjectNode, Span, SpecNode } from "../../document/node.ts";
import type { EnvironmentsProblem } from "./file.ts";

type Path = readonly (string | number)[];

/** Collects what is wrong while the file is read. */
export class Problems {
  readonly all: EnvironmentsProblem[] = [];

  tell(rule: string, span: Span, path: Path, message: string, related?: EnvironmentsProblem["related"]): void {
    this.all.push({ rule: `environments-${rule}`, span, path, message, ...(related && { related }) });
  }

  /** Names the members that this place knows; anything else is an error, since this file is ours alone. */
  onlyMembers(
    object: ObjectNode,
    known: readonly string[],
    path: Path,
    why: (name: string) => string | undefined,
  ): void {
    const seen = new Set<string>();
    for (const { key, keySpan } of object.members) {
      if (!known.includes(key))
        this.tell(
          "unknown-key",
          keySpan,
          [...path, key],
          why(key) ?? `There is no such key here. There are: ${known.join(", ")}.`,
        );
      seen.add(key);
    }
  }

  /** @returns the node if it is an object; else says what belongs here. An alias or a tag cannot be one. */
  object(node: SpecNode | undefined, at: Span, path: Path, example: string): ObjectNode | undefined {
    if (node?.kind === "object") return node;
    this.tell(
      "wrong-type",
      node && node.span.end > node.span.start ? node.span : at,
      path,
      `This is an object: ${example}.`,
    );
    return undefined;
  }
}

/** Members that take effect, each once: of two alike the later one counts, as the syntax rules say and report. */
export function membersOf(object: ObjectNode): Member[] {
  return [...new Map(object.members.map((member) => [member.key, member])).values()];
}

/** The value's span, or the key's where the value has no width (YAML's `key:`). */
export function solid({ keySpan, value }: Member): Span {
  return value && value.span.end > value.span.start ? value.span : keySpan;
}
