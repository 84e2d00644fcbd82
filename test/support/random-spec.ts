/**
 * Writes values as JSON, JSONC and YAML in every style that a person might use, each choice taken from a tape of numbers:
 * property tests shrink the tape, and a tape of zeros writes the plainest document.
 */
import { isPlain, quoted } from "../../server/src/engine/document/scalar.ts";

export type Value = string | number | boolean | Value[] | { [key: string]: Value };

/** @returns a number from 0 to `n - 1`. */
export type Choose = (n: number) => number;

export function tapeOf(tape: readonly number[]): Choose {
  let at = 0;
  return (n) => (tape[at++] ?? 0) % n;
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
  "null",
];

export function chooseValue(choose: Choose, depth: number): Value {
  const kind = choose(depth > 0 ? 6 : 3);
  if (kind === 1) return [0, 1, -5, 2.5, 1e21][choose(5)] as number;
  if (kind === 2) return choose(2) === 0;
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
const isMap = (value: Value): value is { [key: string]: Value } => typeof value === "object" && !isList(value);

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
    if (typeof node !== "object") return JSON.stringify(node);
    const [open, close] = isList(node) ? "[]" : "{}";
    const colon = () => `${blank[choose(2)]}:${blank[choose(3)]}`;
    const inner = indent + unit;
    const entries = isList(node)
      ? node.map((item) => write(item, inner))
      : Object.entries(node).map(([key, item]) => JSON.stringify(key) + colon() + inline() + write(item, inner));
    if (entries.length === 0) return open + (choose(3) === 1 ? eol + line(inner) + indent : inline()) + close;
    const trailing = dialect === "jsonc" && choose(4) === 1;
    const overLines = layout === 0 || (layout === 1 && choose(2) === 1);
    if (!overLines) {
      const gap = blank[choose(2)];
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
  let anchors = 0;
  const anchor = () => (choose(8) === 1 ? `&a${++anchors} ` : "");
  const beside = () =>
    comments.wanted() ? `${[" ", "   "][choose(2)]}# ${comments.next()}` : ["", "", " "][choose(3)];
  const line = (indent: string, other = "") =>
    (choose(10) === 1 ? eol : "") +
    (comments.wanted() ? `${[indent, other][choose(2)]}# ${comments.next()}${eol}` : "");

  const scalar = (node: string | number | boolean, flow: boolean): string => {
    if (typeof node !== "string") return JSON.stringify(node);
    const style = choose(3);
    return style === 0 && isPlain(node, flow) ? node : quoted(node, style === 1 ? "'" : '"');
  };

  const flow = (node: Value, indent: string, canBreak: boolean): string => {
    if (typeof node !== "object") return scalar(node, true);
    const [open, close] = isList(node) ? "[]" : "{}";
    const inner = `${indent}  `;
    const entries = isList(node)
      ? node.map((item) => flow(item, inner, canBreak))
      : Object.entries(node).map(([key, item]) => `${scalar(key, true)}: ${flow(item, inner, canBreak)}`);
    if (entries.length === 0) return open + close;
    const trailing = choose(4) === 1 ? "," : "";
    if (!canBreak || choose(2) === 0) {
      const gap = ["", " "][choose(2)];
      return open + gap + entries.join(", ") + trailing + gap + close;
    }
    const lines = entries.map((entry, i) => {
      const comma = i < entries.length - 1 ? "," : trailing;
      return line(inner, `${inner}  `) + inner + entry + comma + beside() + eol;
    });
    return open + beside() + eol + lines.join("") + line(inner, inner) + inner + close;
  };

  /** What follows a colon or dash: up to and with the line's end. `indent` is that of the key or dash. */
  const rest = (node: Value, indent: string, holder: "key" | "dash"): string => {
    const name = anchor();
    if (typeof node !== "object") {
      const canBlock = typeof node === "string" && /^[a-z][a-z\n]*$/.test(node);
      if (canBlock && choose(2) === 1) {
        const body = node.split("\n").map((part) => (part === "" ? eol : `${indent}  ${part}${eol}`));
        const header = node.endsWith("\n") ? (/\n\n$/.test(node) ? "|+" : "|") : "|-";
        return ` ${name}${header}${beside()}${eol}${(node.endsWith("\n") ? body.slice(0, -1) : body).join("")}`;
      }
      return ` ${name}${scalar(node, false)}${beside()}${eol}`;
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
    const entries = isMap(node)
      ? Object.entries(node).map(([key, item]) => `${scalar(key, false)}:${rest(item, indent, "key")}`)
      : node.map((item) => `-${rest(item, indent, "dash")}`);
    return entries.map((entry, i) => (i > 0 ? line(indent) : "") + indent + entry).join("");
  };

  let text = line("") + ["", "---\n", "%YAML 1.2\n---\n", "--- # start\n"][choose(4)]?.replaceAll("\n", eol);
  text += line("");
  text += typeof value === "object" && Object.keys(value).length > 0 ? block(value, "") : flow(value, "", false) + eol;
  text += line("");
  return choose(3) === 1 ? text.replace(/(?:\r?\n)+$/, "") : text;
}
