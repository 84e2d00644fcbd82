/**
 * Writes values as JSON, JSONC and YAML in every style that a person might use, each choice taken from a tape of numbers:
 * property tests shrink the tape, and a tape of zeros writes the plainest document.
 */
import { isPlain, quoted } from "../../server/src/engine/document/scalar.ts";

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export interface Choose {
  /** @returns a number from 0 to `n - 1`. */
  (n: number): number;
  /** Values made so far: one that comes again may be written as an alias. */
  readonly seen: Value[];
}

export function tapeOf(tape: readonly number[]): Choose {
  let at = 0;
  return Object.assign((n: number) => (tape[at++] ?? 0) % n, { seen: [] });
}

const KEYS = ["A", "B", "C", "ClientName", "yes", "1", "a b", "x: y", "#k", "it's", 'q"', "é", "*s", "k#"];
const STRINGS = [
  ..."x,https://a.example/cb?x=1#f,yes,1e3,a: b,#x, x,*a,&a,!t,@x,,t:,it's,q\"q,[x],{x},a #b,-,- x,? x,| x,2026-01-01,0x1F,~".split(
    ",",
  ),
  "a\nb",
  "a\n\nb\n",
  "tab\there",
  "a, b",
  "/* no */",
  "// no",
  "\u2028",
  "\u{1f600}",
  "C:\\x",
  "12:30",
  "one two three",
  "a\n\n",
  "null",
];

export function chooseValue(choose: Choose, depth: number): Value {
  const value = chooseNew(choose, depth);
  choose.seen.push(value);
  return value;
}

function chooseNew(choose: Choose, depth: number): Value {
  const kind = choose(depth > 0 ? 8 : 4);
  const last = choose.seen.at(-1);
  if (kind === 7 && last !== undefined) return last;
  if (kind === 6 && isMap(last ?? null)) return { ...(last as object), ...chooseObject(choose, 0, choose(3)) };
  if (kind === 1) return [0, 1, -5, 2.5, 1e21][choose(5)] as number;
  if (kind === 2) return choose(2) === 0;
  if (kind === 3 && depth === 0) return null;
  if (kind === 3) return Array.from({ length: choose(4) }, () => chooseValue(choose, 0));
  if (kind === 4) return chooseObject(choose, depth - 1, choose(4));
  if (kind === 5) return Array.from({ length: choose(4) }, () => chooseValue(choose, depth - 1));
  return STRINGS[choose(STRINGS.length)] as string;
}

export function chooseKey(choose: Choose): string {
  return KEYS[choose(KEYS.length)] as string;
}

export function chooseObject(choose: Choose, depth: number, size: number): { [key: string]: Value } {
  const members: [string, Value][] = [];
  for (let i = 0; i < size; i++) members.push([chooseKey(choose), chooseValue(choose, depth)]);
  return Object.fromEntries(members);
}

const isList = (value: Value): value is Value[] => Array.isArray(value);
const isMap = (value: Value): value is { [key: string]: Value } =>
  typeof value === "object" && value !== null && !isList(value);
const isCollection = (value: Value): value is Value[] | { [key: string]: Value } => isList(value) || isMap(value);

/** Comments are numbered, so that a test can tell a lost one. */
class Comments {
  private count = 0;
  private readonly choose: Choose;
  private readonly on: boolean;
  constructor(choose: Choose, on: boolean) {
    this.choose = choose;
    this.on = on;
  }
  wanted(): boolean {
    return this.on && this.choose(4) === 1;
  }
  next(): string {
    return `c${++this.count}`;
  }
}

export function writeJson(value: Value, choose: Choose, dialect: "json" | "jsonc"): string {
  const comments = new Comments(choose, dialect === "jsonc");
  const eol = ["\n", "\r\n"][choose(2)] as string;
  const unit = ["  ", "    ", "\t"][choose(3)] as string;
  const layout = choose(3);
  const blank = ["", " ", "  "];
  const line = (indent: string) => (comments.wanted() ? `${indent}// ${comments.next()}${eol}` : "");
  const inline = () => (comments.wanted() ? `/* ${comments.next()} */` : "");
  const beside = () => (comments.wanted() ? ` // ${comments.next()}` : inline());

  const write = (node: Value, indent: string): string => {
    if (!isCollection(node)) return JSON.stringify(node);
    const [open, close] = isList(node) ? (["[", "]"] as const) : (["{", "}"] as const);
    const colon = () => `${blank[choose(2)]}:${blank[choose(3)]}`;
    const inner = indent + unit;
    const entries = isList(node)
      ? node.map((item) => write(item, inner))
      : Object.entries(node).map(([key, item]) => JSON.stringify(key) + colon() + inline() + write(item, inner));
    if (entries.length === 0) return open + (choose(3) === 1 ? eol + line(inner) + indent : inline()) + close;
    const trailing = dialect === "jsonc" && choose(4) === 1;
    const overLines = layout === 0 || (layout === 1 && choose(2) === 1);
    if (!overLines) {
      const gap = blank[choose(2)] as string;
      const parts = entries.map(
        (e, i) => gap + inline() + e + inline() + (trailing || i < entries.length - 1 ? "," : ""),
      );
      return open + parts.join("") + gap + close;
    }
    const commaFirst = choose(8) === 1;
    let text = open + beside() + eol;
    entries.forEach((entry, i) => {
      const isLast = i === entries.length - 1;
      text += line(inner) + inner + (commaFirst && i > 0 ? ", " : "") + entry + inline();
      text += (!commaFirst && (!isLast || trailing) ? "," : "") + beside() + blank[choose(2)] + eol;
    });
    return text + line(inner) + indent + close;
  };
  return line("") + write(value, "") + (choose(3) === 1 ? "" : eol);
}

export function writeYaml(value: Value, choose: Choose): string {
  const comments = new Comments(choose, true);
  const eol = ["\n", "\r\n"][choose(2)] as string;
  const unit = ["  ", "    ", " "][choose(3)] as string;
  const dash = ["  ", "", "    "][choose(3)] as string;
  const anchors = new Map<string, string>();
  /** Only after the value is it an alias's turn: `*a` may not stand inside `&a`. */
  const closed = new Set<string>();
  const anchor = (node: Value): string => {
    const known = JSON.stringify(node);
    if (anchors.has(known) || choose(6) !== 1) return "";
    anchors.set(known, `a${anchors.size + 1}`);
    return `&${anchors.get(known)} `;
  };
  const alias = (node: Value) =>
    closed.has(JSON.stringify(node)) && choose(2) === 1 ? `*${anchors.get(JSON.stringify(node))}` : "";
  /** A map that holds all of an anchored one may take it in by a merge key. */
  const mergeable = (node: { [key: string]: Value }): [alias: string, rest: { [key: string]: Value }] | undefined => {
    for (const known of closed) {
      const other = JSON.parse(known) as Value;
      if (!isMap(other) || !Object.keys(other).every((key) => JSON.stringify(node[key]) === JSON.stringify(other[key])))
        continue;
      if (Object.keys(other).length === 0 || choose(2) === 0) continue;
      return [
        `*${anchors.get(known)}`,
        Object.fromEntries(Object.entries(node).filter(([key]) => !Object.hasOwn(other, key))),
      ];
    }
    return undefined;
  };
  const beside = () =>
    comments.wanted() ? `${[" ", "   "][choose(2)]}# ${comments.next()}` : ["", "", " "][choose(3)];
  const line = (indent: string, other = "") =>
    (choose(10) === 1 ? eol : "") +
    (comments.wanted() ? `${[indent, other][choose(2)]}# ${comments.next()}${eol}` : "");

  const scalar = (node: string | number | boolean | null, flow: boolean, indent?: string): string => {
    if (typeof node !== "string") return JSON.stringify(node);
    const style = choose(4);
    if (style === 3 && indent !== undefined && /^\w+(?: \w+)+$/.test(node)) {
      const folded = node.replaceAll(" ", `${eol}${indent}  `);
      return ["'", '"', ""].map((quote) => quote + folded + quote)[choose(3)] as string;
    }
    return style === 0 && isPlain(node, flow) ? node : quoted(node, style === 1 ? "'" : '"');
  };

  const named = (node: Value, indent: string, canBreak: boolean): string => {
    const known = alias(node);
    if (known) return known;
    const name = anchor(node);
    const written = name + flow(node, indent, canBreak);
    if (name) closed.add(JSON.stringify(node));
    return written;
  };

  const flow = (node: Value, indent: string, canBreak: boolean): string => {
    if (!isCollection(node)) return scalar(node, true);
    const [open, close] = isList(node) ? (["[", "]"] as const) : (["{", "}"] as const);
    const inner = `${indent}  `;
    const entries = isList(node)
      ? node.map((item) => named(item, inner, canBreak))
      : Object.entries(node).map(([key, item]) => `${scalar(key, true)}: ${named(item, inner, canBreak)}`);
    if (entries.length === 0) return open + close;
    const trailing = choose(4) === 1 ? "," : "";
    if (!canBreak || choose(2) === 0) {
      const gap = ["", " "][choose(2)] as string;
      return open + gap + entries.join(", ") + trailing + gap + close;
    }
    const lines = entries.map((entry, i) => {
      const comma = i < entries.length - 1 ? "," : trailing;
      return line(inner, `${inner}  `) + inner + entry + comma + beside() + eol;
    });
    return open + beside() + eol + lines.join("") + line(inner, inner) + inner + close;
  };

  /** After a block scalar that keeps its empty lines one more would belong to it. */
  const isOpenEnded = (text: string) => text.endsWith(eol + eol);

  /** What follows a colon or dash: up to and with the line's end. `indent` is that of the key or dash. */
  const rest = (node: Value, indent: string, holder: "key" | "dash"): string => {
    const known = alias(node);
    if (known) return ` ${known}${beside()}${eol}`;
    const name = anchor(node);
    const written = content(node, indent, holder, name);
    if (name) closed.add(JSON.stringify(node));
    return written;
  };

  const content = (node: Value, indent: string, holder: "key" | "dash", name: string): string => {
    if (node === null && choose(2) === 1) return `${` ${name}`.trimEnd()}${beside()}${eol}`;
    if (!isCollection(node)) {
      const canBlock = typeof node === "string" && /^[a-z][a-z\n]*$/.test(node);
      if (canBlock && choose(2) === 1) {
        const body = node.split("\n").map((part) => (part === "" ? eol : `${indent}  ${part}${eol}`));
        const header = node.endsWith("\n") ? (/\n\n$/.test(node) ? "|+" : "|") : "|-";
        return ` ${name}${header}${beside()}${eol}${(node.endsWith("\n") ? body.slice(0, -1) : body).join("")}`;
      }
      const tag = typeof node === "string" && choose(12) === 1 ? "!!str " : "";
      return ` ${name}${tag}${scalar(node, false, indent)}${beside()}${eol}`;
    }
    if (Object.keys(node).length === 0 || choose(4) === 1)
      return ` ${name}${flow(node, indent, true)}${beside()}${eol}`;
    if (holder === "dash" && !name && choose(3) > 0) {
      const gap = choose(4) === 1 ? "   " : " ";
      return gap + block(node, `${indent} ${gap}`).trimStart();
    }
    const inner = holder === "key" ? indent + (isList(node) ? dash : unit) : `${indent}  `;
    return ` ${name}`.trimEnd() + beside() + eol + block(node, inner);
  };

  const block = (node: Value[] | { [key: string]: Value }, indent: string): string => {
    const merge = isMap(node) ? mergeable(node) : undefined;
    const pair = ([key, item]: [string, Value]) => {
      const before = choose(12) === 1 ? `? ${scalar(key, false)}${beside()}${eol}${indent}` : scalar(key, false);
      return `${before}:${rest(item, indent, "key")}`;
    };
    const entries = isMap(node)
      ? Object.entries(merge?.[1] ?? node).map(pair)
      : node.map((item) => `-${rest(item, indent, "dash")}`);
    if (merge) entries.splice(choose(entries.length + 1), 0, `<<: ${merge[0]}${beside()}${eol}`);
    return entries
      .map((entry, i) => (i > 0 && !isOpenEnded(entries[i - 1] as string) ? line(indent) : "") + indent + entry)
      .join("");
  };

  let text = line("") + ["", "---\n", "%YAML 1.2\n---\n", "--- # start\n"][choose(4)]?.replaceAll("\n", eol);
  text += line("");
  text += isCollection(value) && Object.keys(value).length > 0 ? block(value, "") : flow(value, "", false) + eol;
  if (isOpenEnded(text)) return text;
  text += line("");
  return choose(3) === 1 ? text.replace(/(?:\r?\n)+$/, "") : text;
}
