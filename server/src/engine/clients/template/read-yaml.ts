import { limits } from "../../document/limits.ts";
import { ownText } from "../../document/own-text.ts";
import type { Part } from "../../document/part.ts";
import { readYaml } from "../../document/yaml.ts";
import type { Known } from "./known.ts";
import { blockIn, type Entry } from "./outline.ts";
import type { Path, Piece } from "./piece.ts";
import { readWhole, typeOf } from "./read-whole.ts";
import { kindOf } from "./recognise.ts";
import { ResourceNames, secretsWithin } from "./resource-names.ts";
import { Resources } from "./resources.ts";
import type { Template } from "./template.ts";

/** Anchors, aliases and merge keys lead out of a block. */
const ANCHOR = /(?:^|[:\-,[{?])[ \t]+(?:[&*][\w.-]+|<<[ \t]*:)/m;
/** Flow style has no indentation. */
const FLOW = /^(?:Resources|resources)[ \t]*:[ \t]*\{/m;

/** A template in YAML, `[base, end)` of its file. */
export function readYamlTemplate(text: string, base: number, end: number, prefix: Path, known: Known): Template {
  const chunk = text.slice(base, end);
  if (chunk.length <= limits.partLength && (ANCHOR.test(chunk) || FLOW.test(chunk) || /^\s*\{/.test(chunk))) {
    const part: Part = known.part(chunk) ?? { syntax: "yaml", text: chunk, ...readYaml(chunk) };
    return readWhole(chunk, part, base, prefix, known);
  }
  const parts = new Map<string, Part>();
  const read = ({ entry, within }: Placed) => pieceOf(text, entry, [...within, entry.key], parts, known);
  const top = blockIn(text, base, end).entries;
  const resources: Placed[] = [];
  const sections: Placed[] = [];
  const addAll = (entries: readonly Entry[], within: Path) => {
    for (const entry of entries) {
      if (entry.key !== "Resources") sections.push({ entry, within });
      else addResources(blockIn(text, entry.body, entry.end).entries, [...within, entry.key]);
    }
  };
  const addResources = (entries: readonly Entry[], within: Path) => {
    for (const entry of entries) resources.push({ entry, within });
  };
  addAll(top, prefix);
  for (const entry of top.filter(({ key }) => key === "resources")) {
    const block = blockIn(text, entry.body, entry.end);
    addAll(block.entries, [...prefix, entry.key]);
    block.items.forEach((item, index) => {
      addAll(blockIn(text, item.start, item.end).entries, [...prefix, entry.key, index]);
    });
  }
  const keys = top.map(({ key }) => key);
  const typeHere = (one: Placed) => typeIn(text, one.entry) ?? flowType(text, one.entry, () => read(one));
  if (!keys.includes("Resources") && !keys.includes("resources"))
    addResources(
      top.filter((entry) => typeHere({ entry, within: prefix })?.includes("::")),
      prefix,
    );
  const textOf = ({ entry }: Placed) => text.slice(entry.start, entry.end);
  const named = (name: string) => sections.filter(({ entry }) => entry.key === name);
  const names = new ResourceNames(
    resources.map(({ entry }) => entry.key),
    resources.map(typeHere),
    secretsWithin(
      text,
      resources.map(({ entry }) => entry),
    ),
  );
  return {
    kind: kindOf(keys, chunk),
    prefix,
    resources: new Resources({
      names: known.namesLike(names, Number(prefix[0] ?? 0)),
      read: (index) => read(resources[index] as Placed),
      textOf: (index) => textOf(resources[index] as Placed),
    }),
    sections: (name) => named(name).flatMap((one) => read(one) ?? []),
    sectionTexts: (name) => named(name).map(textOf),
    parts: () => parts.values(),
    forget: () => known.forget(),
  };
}

interface Placed {
  readonly entry: Entry;
  /** The path of what it stands in. */
  readonly within: Path;
}

/** The type as the block's own lines have it, without reading the block. */
function typeIn(text: string, { body, end }: Entry): string | undefined {
  const type = blockIn(text, body, end).entries.find(({ key }) => key === "Type");
  return type && /^[ \t]*["']?([^\s"'#]+)/.exec(text.slice(type.body, type.end))?.[1];
}

function flowType(text: string, { body, end }: Entry, read: () => Piece | undefined): string | undefined {
  return /^[ \t]*\{/.test(text.slice(body, end)) ? typeOf(read()?.member.value) : undefined;
}

/** Behind the dash of a list item a block begins in mid-line: spaces in place of what stands before keep its columns. */
function readBlock(text: string): Part {
  return { syntax: "yaml", text, ...readYaml(text.replace(/^([ \t]*)-/, "$1 ")) };
}

function pieceOf(
  text: string,
  { key, start, end }: Entry,
  path: Path,
  parts: Map<string, Part>,
  known: Known,
): Piece | undefined {
  const slice = text.slice(start, end);
  let part = parts.get(slice);
  if (!part) {
    if (slice.length > limits.partLength) return undefined;
    part = known.part(slice) ?? readBlock(ownText(text, start, end));
    parts.set(slice, part);
  }
  const { root } = part;
  const member = root?.kind === "object" ? root.members.find((each) => each.key === key) : undefined;
  return member && { id: key, path, part, base: start, member };
}
