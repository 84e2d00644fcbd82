import { columnOf, indentOf, startsLine } from "../lines.ts";
import type { SpecNode } from "../node.ts";
import type { Part } from "../part.ts";
import { type Container, entriesOf } from "./entries.ts";

/** How values are written. */
export interface Style {
  readonly eol: "\n" | "\r\n";
  /** One level of indentation. */
  readonly unit: string;
  /** YAML: what stands before the dash of a list, counted from its key. */
  readonly listIndent: string;
  /** YAML: for strings that need quotes. JSON has no choice. */
  readonly quote: '"' | "'";
  /** Lists of scalars on one line: `["code"]`, `[code]`. */
  readonly inlineLists: boolean;
  /** In flow style: what stands between key and value, between entries, and inside the braces of an object. */
  readonly colon: string;
  readonly comma: string;
  readonly padding: string;
}

export const defaultStyle: Style = {
  eol: "\n",
  unit: "  ",
  listIndent: "  ",
  quote: '"',
  inlineLists: false,
  colon: ": ",
  comma: ", ",
  padding: " ",
};

type Traits = { -readonly [K in keyof Style]?: Style[K] };

/**
 * @returns the part's own style as far as it shows one, else the default. Looked for once per part, when a trait is first asked for:
 * most values need none of them.
 */
export function styleOf(part: Part): Style {
  let style = known.get(part);
  if (!style) {
    style = whenAsked(part);
    known.set(part, style);
  }
  return style;
}
const known = new WeakMap<Part, Style>();

function whenAsked(part: Part): Style {
  let found: Style | undefined;
  const traits = Object.keys(defaultStyle) as (keyof Style)[];
  const get = (trait: keyof Style) => () => {
    found ??= read(part);
    return found[trait];
  };
  const style = Object.fromEntries(traits.map((trait) => [trait, { enumerable: true, get: get(trait) }]));
  return Object.defineProperties({}, style) as Style;
}

/** Entries of one container that are looked at: the first ones show how the others are written. */
const ENOUGH = 50;

function read(part: Part): Style {
  const { text, syntax } = part;
  const traits: Traits = {};
  const newline = text.indexOf("\n");
  traits.eol = newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
  if (part.root) look(part, part.root, undefined, traits);
  if (syntax === "yaml" && traits.listIndent === undefined && traits.unit) traits.listIndent = traits.unit;
  // `{"a":1}` has no white space at all; a document over several lines has some somewhere.
  if (syntax === "json" && newline < 0 && traits.colon === ":") {
    traits.comma ??= ",";
    traits.padding ??= "";
  }
  return { ...defaultStyle, ...traits };
}

/** Notes what the first occurrence of each trait shows. */
function look(part: Part, node: SpecNode, keyColumn: string | undefined, traits: Traits): void {
  if (node.alias) return;
  const { text } = part;
  if (node.kind === "scalar") {
    if (node.style === "single") traits.quote ??= "'";
    if (node.style === "double" && part.syntax === "yaml") traits.quote ??= '"';
    return;
  }
  if (node.kind !== "object" && node.kind !== "array") return;
  const entries = entriesOf(part, firstOf(node));
  const [first, second] = entries;
  if (!first) return;
  const column = columnOf(text, first.start);
  if (node.flow && startsLine(text, first.start)) {
    const outer = indentOf(text, node.span.start);
    if (column.length > outer.length && column.startsWith(outer)) traits.unit ??= column.slice(outer.length);
  } else if (node.flow) {
    if (node.kind === "object") traits.padding ??= text[node.span.start + 1] === " " ? " " : "";
  } else if (keyColumn !== undefined && column.length >= keyColumn.length) {
    const deeper = column.slice(keyColumn.length);
    if (node.kind === "array") traits.listIndent ??= deeper;
    else if (deeper) traits.unit ??= deeper;
  }
  if (node.flow && first.comma !== undefined && second && !/[\r\n]/.test(text.slice(first.comma, second.start)))
    traits.comma ??= text[first.comma + 1] === " " ? ", " : ",";
  if (node.kind === "array" && entries.every((entry) => entry.node?.kind === "scalar"))
    traits.inlineLists ??= node.flow && !startsLine(text, first.start);
  for (const entry of entries) {
    const { member, node: value } = entry;
    if (!value) continue;
    if (member && node.flow && !value.alias && value.span.start >= member.keySpan.end) {
      const between = text.slice(member.keySpan.end, value.span.start);
      if (/^:[ \t]*$/.test(between)) traits.colon ??= part.syntax === "json" && between === ":" ? ":" : ": ";
    }
    look(part, value, member && !node.flow ? columnOf(text, entry.start) : undefined, traits);
  }
}

function firstOf(node: Container): Container {
  if (node.kind === "array") return node.items.length > ENOUGH ? { ...node, items: node.items.slice(0, ENOUGH) } : node;
  return node.members.length > ENOUGH ? { ...node, members: node.members.slice(0, ENOUGH) } : node;
}
