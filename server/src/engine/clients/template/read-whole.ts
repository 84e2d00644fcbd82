import type { Member, ObjectNode, Span, SpecNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import { cutOut } from "./cut.ts";
import type { Known } from "./known.ts";
import type { Path, Piece } from "./piece.ts";
import { kindOf } from "./recognise.ts";
import { ResourceNames, secretsWithin } from "./resource-names.ts";
import { Resources } from "./resources.ts";
import type { Template } from "./template.ts";

/** A file that was read in one go. In JSON its blocks are cut out; in YAML they share one tree, since aliases lead from one to another. */
export function readWhole(text: string, part: Part, base: number, prefix: Path, known: Known): Template {
  const root = part.root?.kind === "object" ? part.root : undefined;
  const keys = (root?.members ?? []).map(({ key }) => key);
  const parts = new Map([[part.text, part]]);
  const piece = (member: Member, path: Path): Piece => {
    const whole = { id: member.key, path: [...path, member.key], part, base, member };
    return part.syntax === "json" ? cut(whole, parts, known) : whole;
  };
  const tops: { object: ObjectNode; path: Path }[] = [
    ...(root ? [{ object: root, path: prefix }] : []),
    ...(root?.members ?? [])
      .filter(({ key }) => key === "resources")
      .flatMap(({ key, value }) => templatesIn(value, [...prefix, key])),
  ];
  const bare = root !== undefined && !keys.includes("Resources") && !keys.includes("resources");
  const all: Placed[] = tops.flatMap(({ object, path }) => object.members.map((member) => ({ member, path })));
  const resources: Placed[] = bare
    ? root.members
        .map((member) => ({ member, path: prefix }))
        .filter(({ member }) => typeOf(member.value)?.includes("::"))
    : all
        .filter(({ member }) => member.key === "Resources")
        .flatMap(({ member: { key, value }, path }) =>
          value?.kind === "object" ? value.members.map((member) => ({ member, path: [...path, key] })) : [],
        );
  const spans = resources.map(({ member }) => member.span);
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const names = new ResourceNames(
    resources.map(({ member }) => member.key),
    resources.map(({ member }) => typeOf(member.value)),
    secretsWithin(text, spans),
  );
  return {
    kind: kindOf(keys, text),
    prefix,
    resources: new Resources({
      names: known.namesLike(names, Number(prefix[0] ?? 0)),
      read: (index) => {
        const { member, path } = resources[index] as Placed;
        return piece(member, path);
      },
      textOf: (index) => textOf(spans[index] as Span),
    }),
    sections: (name) => all.filter(({ member }) => member.key === name).map(({ member, path }) => piece(member, path)),
    sectionTexts: (name) => all.filter(({ member }) => member.key === name).map(({ member }) => textOf(member.span)),
    parts: () => parts.values(),
    forget: () => known.forget(),
  };
}

interface Placed {
  readonly member: Member;
  readonly path: Path;
}

function cut(whole: Piece, parts: Map<string, Part>, known: Known): Piece {
  const { member, part: file, base } = whole;
  const text = file.text.slice(member.span.start, member.span.end);
  const before = parts.get(text) ?? known.part(text);
  const part = before && file.problems.length === 0 ? before : sameOr(before, cutOut(file, member));
  parts.set(text, part);
  const [own] = part.root?.kind === "object" ? part.root.members : [];
  return own ? { ...whole, part, base: base + member.span.start, member: own } : whole;
}

/** Where the file is broken, what a block holds may depend on what stands around it; not where it was whole before and is now. */
function sameOr(known: Part | undefined, now: Part): Part {
  return known?.problems.length === 0 && now.problems.length === 0 ? known : now;
}

function templatesIn(value: SpecNode | undefined, path: Path): { object: ObjectNode; path: Path }[] {
  if (value?.kind === "object") return [{ object: value, path }];
  if (value?.kind !== "array") return [];
  return value.items.flatMap((item, index) =>
    item.kind === "object" ? [{ object: item, path: [...path, index] }] : [],
  );
}

export function typeOf(node: SpecNode | undefined): string | undefined {
  if (node?.kind !== "object") return undefined;
  const type = node.members.findLast(({ key }) => key === "Type")?.value;
  return type?.kind === "scalar" && typeof type.value === "string" ? type.value : undefined;
}
