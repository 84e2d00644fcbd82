import { readJson } from "../../document/json.ts";
import { limits } from "../../document/limits.ts";
import type { Member, ObjectNode, SpecNode } from "../../document/node.ts";
import type { Part, Syntax } from "../../document/part.ts";
import { readYaml } from "../../document/yaml.ts";
import { splitStream } from "../../document/yaml-stream.ts";
import { cutOut, memberAlone } from "./cut.ts";
import { type JsonMember, type JsonOutline, jsonOutline } from "./json-outline.ts";
import { blockIn, type Entry } from "./outline.ts";
import type { Path, Piece, Resource } from "./piece.ts";
import { kindOf, type TemplateKind } from "./recognise.ts";

/** One template as its file has it: sections and resources by name, each read when somebody asks. */
export interface Template {
  readonly kind: TemplateKind;
  readonly syntax: Syntax;
  /** Of this template alone, and where it begins in the file. */
  readonly text: string;
  readonly base: number;
  /** Of all paths: the document's index in a YAML stream. */
  readonly prefix: Path;
  readonly resources: readonly Resource[];
  /** Sections of that name; several where a Serverless file has a list of templates. */
  sections(name: string): readonly Piece[];
  /** What stands in them, without reading it. */
  sectionTexts(name: string): readonly string[];
  /** Trees by their text, for the next version of the file. */
  readonly parts: ReadonlyMap<string, Part>;
  /** How often something of it was read so far: as long as that stays, no further resource was. */
  readonly reads: { count: number };
}

/**
 * Reads a file's templates: one, or those of a YAML stream. Never throws.
 * @param from behind the byte order mark: in YAML, a space in its place would indent the first line.
 * @param previous trees of the file's last version: blocks whose text has not changed keep theirs.
 */
export function readTemplates(
  text: string,
  syntax: Syntax,
  from: number,
  previous?: ReadonlyMap<string, Part>,
): Template[] {
  if (text.length > limits.fileLength) return [];
  if (syntax === "json") {
    const outline = jsonOutline(text);
    if (outline) return [readOutlined(text, outline, previous)];
    const part = previous?.get(text) ?? readJson(text, true).segments[0]?.part;
    return part ? [readWhole(text, part, 0, [], previous)] : [];
  }
  const chunks = splitStream(text, from);
  return chunks.map(({ base, end }, index) =>
    readYamlTemplate(text, base, end, chunks.length > 1 ? [index] : [], previous),
  );
}

/** A template in JSON whose brackets tell where its blocks are. */
function readOutlined(
  text: string,
  { top, resources }: JsonOutline,
  previous: ReadonlyMap<string, Part> | undefined,
): Template {
  const parts = new Map<string, Part>();
  const reads = { count: 0 };
  const read = ({ key, start, end }: JsonMember, path: Path): Piece | undefined => {
    reads.count++;
    const slice = text.slice(start, end);
    const part = parts.get(slice) ?? previous?.get(slice) ?? memberAlone(slice);
    if (!part) return undefined;
    parts.set(slice, part);
    const [member] = part.root?.kind === "object" ? part.root.members : [];
    return member && { id: key, path: [...path, key], part, base: start, member };
  };
  const named = (name: string) => top.filter(({ key }) => key === name);
  return {
    kind: kindOf(
      text,
      top.map(({ key }) => key),
    ),
    syntax: "json",
    text,
    base: 0,
    prefix: [],
    resources: resources.map((resource): Resource => {
      let piece: Piece | undefined | null = null;
      const get = () => {
        if (piece === null) piece = read(resource, ["Resources"]);
        return piece;
      };
      const mentions = (word: string) => text.slice(resource.start, resource.end).includes(word);
      return { id: resource.key, type: resource.type, piece: get, isRead: () => piece !== null, mentions };
    }),
    sections: (name) => named(name).flatMap((member) => read(member, []) ?? []),
    sectionTexts: (name) => named(name).map(({ start, end }) => text.slice(start, end)),
    parts,
    reads,
  };
}

/** Anchors, aliases and merge keys lead out of a block. */
const ANCHOR = /(?:^|[:\-,[{?])[ \t]+(?:[&*][\w.-]+|<<[ \t]*:)/m;
/** Flow style has no indentation. */
const FLOW = /^(?:Resources|resources)[ \t]*:[ \t]*\{/m;

function readYamlTemplate(
  text: string,
  base: number,
  end: number,
  prefix: Path,
  previous: ReadonlyMap<string, Part> | undefined,
): Template {
  const chunk = text.slice(base, end);
  if (chunk.length <= limits.partLength && (ANCHOR.test(chunk) || FLOW.test(chunk) || /^\s*\{/.test(chunk))) {
    const part: Part = previous?.get(chunk) ?? { syntax: "yaml", text: chunk, ...readYaml(chunk) };
    return readWhole(chunk, part, base, prefix, previous);
  }
  const parts = new Map<string, Part>();
  const top = blockIn(text, base, end).entries;
  const reads = { count: 0 };
  const read = (entry: Entry, path: Path) => {
    reads.count++;
    return pieceOf(text, entry, path, parts, previous);
  };
  const resources: Resource[] = [];
  const sections: { entry: Entry; path: Path }[] = [];
  const addAll = (entries: readonly Entry[], path: Path) => {
    for (const entry of entries) {
      if (entry.key === "Resources") resources.push(...resourcesIn(text, entry, [...path, entry.key], read));
      else sections.push({ entry, path: [...path, entry.key] });
    }
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
  if (!keys.includes("Resources") && !keys.includes("resources"))
    resources.push(...typed(text, top, prefix, read).filter(({ type }) => type?.includes("::")));
  return {
    kind: kindOf(chunk, keys),
    syntax: "yaml",
    text: chunk,
    base,
    prefix,
    resources,
    sections: (name) =>
      sections.filter(({ entry }) => entry.key === name).flatMap(({ entry, path }) => read(entry, path) ?? []),
    sectionTexts: (name) =>
      sections.filter(({ entry }) => entry.key === name).map(({ entry }) => text.slice(entry.start, entry.end)),
    parts,
    reads,
  };
}

type Read = (entry: Entry, path: Path) => Piece | undefined;

function resourcesIn(text: string, section: Entry, path: Path, read: Read): Resource[] {
  return typed(text, blockIn(text, section.body, section.end).entries, path, read);
}

function typed(text: string, entries: readonly Entry[], path: Path, read: Read): Resource[] {
  return entries.map((entry) => {
    let piece: Piece | undefined | null = null;
    const get = () => {
      if (piece === null) piece = read(entry, [...path, entry.key]);
      return piece;
    };
    const mentions = (word: string) => text.slice(entry.start, entry.end).includes(word);
    return {
      id: entry.key,
      type: typeIn(text, entry) ?? flowType(text, entry, get),
      piece: get,
      isRead: () => piece !== null,
      mentions,
    };
  });
}

/** The type as the block's own lines have it, without reading the block. */
function typeIn(text: string, { body, end }: Entry): string | undefined {
  const type = blockIn(text, body, end).entries.find(({ key }) => key === "Type");
  return type && /^[ \t]*["']?([^\s"'#]+)/.exec(text.slice(type.body, type.end))?.[1];
}

function flowType(text: string, { body, end }: Entry, get: () => Piece | undefined): string | undefined {
  return /^[ \t]*\{/.test(text.slice(body, end)) ? typeOf(get()?.member.value) : undefined;
}

function pieceOf(
  text: string,
  { key, start, end }: Entry,
  path: Path,
  parts: Map<string, Part>,
  previous: ReadonlyMap<string, Part> | undefined,
): Piece | undefined {
  const slice = text.slice(start, end);
  let part = parts.get(slice);
  if (!part) {
    if (slice.length > limits.partLength) return undefined;
    // Behind the dash of a list item a block begins in mid-line: spaces in place of what stands before keep its columns.
    part = previous?.get(slice) ?? { syntax: "yaml", text: slice, ...readYaml(slice.replace(/^([ \t]*)-/, "$1 ")) };
    parts.set(slice, part);
  }
  const { root } = part;
  const member = root?.kind === "object" ? root.members.find((each) => each.key === key) : undefined;
  return member && { id: key, path, part, base: start, member };
}

/** A file that was read in one go. In JSON its blocks are cut out; in YAML they share one tree, since aliases lead from one to another. */
function readWhole(
  text: string,
  part: Part,
  base: number,
  prefix: Path,
  previous: ReadonlyMap<string, Part> | undefined,
): Template {
  const root = part.root?.kind === "object" ? part.root : undefined;
  const keys = (root?.members ?? []).map(({ key }) => key);
  const parts = new Map([[part.text, part]]);
  const piece = (member: Member, path: Path): Piece => {
    const whole = { id: member.key, path: [...path, member.key], part, base, member };
    return part.syntax === "json" ? cut(whole, parts, previous) : whole;
  };
  const tops: { object: ObjectNode; path: Path }[] = [
    ...(root ? [{ object: root, path: prefix }] : []),
    ...(root?.members ?? [])
      .filter(({ key }) => key === "resources")
      .flatMap(({ key, value }) => templatesIn(value, [...prefix, key])),
  ];
  const bare = root !== undefined && !keys.includes("Resources") && !keys.includes("resources");
  const all = tops.flatMap(({ object, path }) => object.members.map((member) => ({ member, path })));
  const resources = bare
    ? root.members
        .map((member) => ({ member, path: prefix }))
        .filter(({ member }) => typeOf(member.value)?.includes("::"))
    : all
        .filter(({ member }) => member.key === "Resources")
        .flatMap(({ member: { key, value }, path }) =>
          value?.kind === "object" ? value.members.map((member) => ({ member, path: [...path, key] })) : [],
        );
  const reads = { count: 0 };
  return {
    kind: kindOf(text, keys),
    syntax: part.syntax,
    text,
    base,
    prefix,
    resources: resources.map(({ member, path }) => {
      let read: Piece | undefined;
      const get = () => {
        if (!read) reads.count++;
        read ??= piece(member, path);
        return read;
      };
      const mentions = (word: string) => text.slice(member.span.start, member.span.end).includes(word);
      return { id: member.key, type: typeOf(member.value), piece: get, isRead: () => read !== undefined, mentions };
    }),
    sections: (name) => all.filter(({ member }) => member.key === name).map(({ member, path }) => piece(member, path)),
    sectionTexts: (name) =>
      all.filter(({ member }) => member.key === name).map(({ member: { span } }) => text.slice(span.start, span.end)),
    parts,
    reads,
  };
}

function cut(whole: Piece, parts: Map<string, Part>, previous: ReadonlyMap<string, Part> | undefined): Piece {
  const { member, part: file, base } = whole;
  const text = file.text.slice(member.span.start, member.span.end);
  const known = parts.get(text) ?? previous?.get(text);
  const part = known && file.problems.length === 0 ? known : sameOr(known, cutOut(file, member));
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

function typeOf(node: SpecNode | undefined): string | undefined {
  if (node?.kind !== "object") return undefined;
  const type = node.members.findLast(({ key }) => key === "Type")?.value;
  return type?.kind === "scalar" && typeof type.value === "string" ? type.value : undefined;
}
