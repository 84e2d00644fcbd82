/**
 * How many steps a backtracking engine takes to search a text for all matches of a regular expression: V8 has no way to count its
 * own. What it does not do (starting only where the first character fits, for one) would make a search cheaper, never dearer.
 */
type Node =
  | { readonly is: "character"; readonly fits: (character: string) => boolean }
  | { readonly is: "assertion"; readonly holds: (text: string, at: number) => boolean }
  | { readonly is: "sequence" | "alternatives"; readonly of: readonly Node[] }
  | { readonly is: "capture"; readonly index: number; readonly of: Node }
  | { readonly is: "back"; readonly index: number }
  | { readonly is: "look"; readonly behind: boolean; readonly negative: boolean; readonly of: Node }
  | { readonly is: "repeat"; readonly least: number; readonly most: number; readonly lazy: boolean; readonly of: Node };

type Step =
  | { readonly do: "take"; readonly fits: (character: string) => boolean; readonly back: boolean }
  | { readonly do: "assert"; readonly holds: (text: string, at: number) => boolean }
  | { readonly do: "split"; first: number; second: number }
  | { readonly do: "go"; to: number }
  /** Remembers the place, or fails where nothing was taken since it was remembered. */
  | { readonly do: "mark" | "moved"; readonly slot: number }
  | { readonly do: "save"; readonly slot: number }
  | { readonly do: "back"; readonly index: number }
  | { readonly do: "look"; readonly program: readonly Step[]; readonly negative: boolean }
  | { readonly do: "done" };

/** A compiled regular expression, with the atoms that it is made of: what attacks are made from. */
export interface Counted {
  /** @returns steps until the text's end, at most `limit`; matches do not overlap. */
  steps(text: string, limit: number): number;
  /** Start and end of each match. */
  matches(text: string): (readonly [number, number])[];
  /** Whether each kind of character fits somewhere in it. */
  readonly classes: readonly ((character: string) => boolean)[];
  /** Runs of plain characters. */
  readonly words: readonly string[];
}

/** @param flags sticky: looked for at the text's beginning alone. @throws for syntax that is not known here */
export function counted(source: string, flags: string): Counted {
  const parser = new Parser(source, flags);
  const tree = parser.parse();
  const slots = { next: 2 * parser.captures + 2 };
  const program = [...compile(tree, false, slots), { do: "done" } as const];
  const search = (text: string, count: { left: number }) => {
    const found: (readonly [number, number])[] = [];
    for (let at = 0; at <= text.length && count.left > 0; ) {
      const end = run(program, text, at, count, slots.next);
      if (end !== undefined) found.push([at, end]);
      if (flags.includes("y")) break;
      at = end === undefined || end === at ? at + 1 : end;
    }
    return found;
  };
  return {
    classes: parser.classes,
    words: parser.words,
    matches: (text) => search(text, { left: Number.POSITIVE_INFINITY }),
    steps(text, limit) {
      const count = { left: limit };
      search(text, count);
      return limit - Math.max(0, count.left);
    },
  };
}

class Parser {
  readonly classes: ((character: string) => boolean)[] = [];
  readonly words: string[] = [];
  captures = 0;
  private readonly names = new Map<string, number>();
  private at = 0;
  private word = "";
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  parse(): Node {
    const tree = this.alternatives();
    if (this.at < this.source.length) throw new Error(`unread: ${this.source.slice(this.at)}`);
    this.endWord();
    return tree;
  }

  private alternatives(): Node {
    const of = [this.sequence()];
    while (this.eat("|")) of.push(this.sequence());
    return of.length === 1 ? (of[0] as Node) : { is: "alternatives", of };
  }

  private sequence(): Node {
    const of: Node[] = [];
    while (this.at < this.source.length && !"|)".includes(this.source.charAt(this.at))) of.push(this.repeated());
    this.endWord();
    return { is: "sequence", of };
  }

  private repeated(): Node {
    const of = this.atom();
    const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})(\??)/.exec(this.source.slice(this.at));
    if (!match) return of;
    this.at += match[0].length;
    this.endWord();
    const [whole, from, comma, to, lazy] = match;
    const [least, most] =
      from === undefined
        ? [whole.startsWith("+") ? 1 : 0, whole.startsWith("?") ? 1 : Number.POSITIVE_INFINITY]
        : [Number(from), comma === undefined ? Number(from) : to ? Number(to) : Number.POSITIVE_INFINITY];
    return { is: "repeat", least, most, lazy: lazy === "?", of };
  }

  private atom(): Node {
    const multiline = this.flags.includes("m");
    if (this.eat("^"))
      return {
        is: "assertion",
        holds: (text, at) => at === 0 || (multiline && /[\n\r\u2028\u2029]/.test(text.charAt(at - 1))),
      };
    if (this.eat("$"))
      return {
        is: "assertion",
        holds: (text, at) => at === text.length || (multiline && /[\n\r\u2028\u2029]/.test(text.charAt(at))),
      };
    if (this.eat("(")) return this.group();
    const rest = this.source.slice(this.at);
    const boundary = /^\\[bB]/.exec(rest);
    if (boundary) {
      this.at += 2;
      const wanted = boundary[0] === "\\b";
      const isWord = (character: string) => /^\w$/.test(character);
      return {
        is: "assertion",
        holds: (text, at) => (isWord(text.charAt(at - 1)) !== isWord(text.charAt(at))) === wanted,
      };
    }
    const reference = /^\\(?:([1-9]\d*)|k<(\w+)>)/.exec(rest);
    if (reference) {
      this.at += reference[0].length;
      this.endWord();
      return {
        is: "back",
        index: reference[2] === undefined ? Number(reference[1]) : (this.names.get(reference[2]) ?? 0),
      };
    }
    const atom =
      /^(?:\[(?:[^\]\\]|\\.)*\]|\\[pP]\{[^}]*\}|\\x[\da-fA-F]{2}|\\u\{[\da-fA-F]+\}|\\u[\da-fA-F]{4}|\\c[a-zA-Z]|\\[\s\S]|[\s\S])/.exec(
        rest,
      )?.[0];
    if (atom === undefined) throw new Error("nothing to read");
    this.at += atom.length;
    const native = new RegExp(`^(?:${atom})$`, this.flags.replace(/[gyd]/g, ""));
    const known = new Map<string, boolean>();
    const fits = (character: string) => {
      let fit = known.get(character);
      if (fit === undefined) {
        fit = native.test(character);
        known.set(character, fit);
      }
      return fit;
    };
    const plain = atom.length === 1 && atom !== "." ? atom : /^\\[^\w\s]$/.test(atom) ? atom.slice(1) : undefined;
    if (plain === undefined) this.endWord();
    else this.word += plain;
    this.classes.push(fits);
    return { is: "character", fits };
  }

  private group(): Node {
    this.endWord();
    const look = /^\?(<?)([=!])/.exec(this.source.slice(this.at));
    const name = /^\?<(\w+)>/.exec(this.source.slice(this.at));
    if (look) this.at += look[0].length;
    else if (name) this.at += name[0].length;
    const bare = !look && !name && this.eat("?:");
    let index = 0;
    if (!look && !bare) {
      if (this.source.charAt(this.at) === "?") throw new Error(`a group of another kind: ${this.source}`);
      index = ++this.captures;
      if (name) this.names.set(name[1] ?? "", index);
    }
    const of = this.alternatives();
    if (!this.eat(")")) throw new Error("a group does not end");
    if (look) return { is: "look", behind: look[1] === "<", negative: look[2] === "!", of };
    return bare ? of : { is: "capture", index, of };
  }

  private eat(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private endWord(): void {
    if (this.word.length > 1) this.words.push(this.word);
    this.word = "";
  }
}

/** Jumps count from the program's own start. */
function compile(node: Node, back: boolean, slots: { next: number }, base = 0): Step[] {
  switch (node.is) {
    case "character":
      return [{ do: "take", fits: node.fits, back }];
    case "assertion":
      return [{ do: "assert", holds: node.holds }];
    case "back":
      return [{ do: "back", index: node.index }];
    case "sequence": {
      const steps: Step[] = [];
      for (const part of back ? [...node.of].reverse() : node.of)
        steps.push(...compile(part, back, slots, base + steps.length));
      return steps;
    }
    case "capture": {
      const [first, last] = back ? [1, 0] : [0, 1];
      const inner = compile(node.of, back, slots, base + 1);
      return [{ do: "save", slot: 2 * node.index + first }, ...inner, { do: "save", slot: 2 * node.index + last }];
    }
    case "look":
      return [
        { do: "look", negative: node.negative, program: [...compile(node.of, node.behind, slots), { do: "done" }] },
      ];
    case "alternatives": {
      const steps: Step[] = [];
      const ends: { do: "go"; to: number }[] = [];
      node.of.forEach((branch, index) => {
        const isLast = index === node.of.length - 1;
        const split: Step = { do: "split", first: base + steps.length + 1, second: 0 };
        if (!isLast) steps.push(split);
        steps.push(...compile(branch, back, slots, base + steps.length));
        if (isLast) return;
        const end = { do: "go" as const, to: 0 };
        ends.push(end);
        steps.push(end);
        split.second = base + steps.length;
      });
      for (const end of ends) end.to = base + steps.length;
      return steps;
    }
    case "repeat":
      return repeat(node, back, slots, base);
  }
}

function repeat(node: Node & { is: "repeat" }, back: boolean, slots: { next: number }, base: number): Step[] {
  const steps: Step[] = [];
  for (let time = 0; time < node.least; time++) steps.push(...compile(node.of, back, slots, base + steps.length));
  const turn = (split: { first: number; second: number }, inside: number, behind: number) => {
    [split.first, split.second] = node.lazy ? [behind, inside] : [inside, behind];
  };
  if (node.most === Number.POSITIVE_INFINITY) {
    const start = base + steps.length;
    const split: Step = { do: "split", first: 0, second: 0 };
    const slot = slots.next++;
    steps.push(split, { do: "mark", slot });
    steps.push(...compile(node.of, back, slots, base + steps.length));
    steps.push({ do: "moved", slot }, { do: "go", to: start });
    turn(split, start + 1, base + steps.length);
    return steps;
  }
  const splits: { split: Step & { do: "split" }; inside: number }[] = [];
  for (let time = node.least; time < node.most; time++) {
    const split: Step & { do: "split" } = { do: "split", first: 0, second: 0 };
    steps.push(split);
    splits.push({ split, inside: base + steps.length });
    steps.push(...compile(node.of, back, slots, base + steps.length));
  }
  for (const { split, inside } of splits) turn(split, inside, base + steps.length);
  return steps;
}

/** @returns where the match ends, `undefined` for none, or when no steps are left. */
function run(
  program: readonly Step[],
  text: string,
  from: number,
  count: { left: number },
  size: number,
  given?: readonly number[],
): number | undefined {
  let [pc, at] = [0, from];
  let slots = given ? [...given] : new Array<number>(size).fill(-1);
  const waiting: { pc: number; at: number; slots: number[] }[] = [];
  const set = (slot: number, value: number) => {
    slots = [...slots];
    slots[slot] = value;
  };
  while (count.left-- > 0) {
    const step = program[pc] as Step;
    let fits = true;
    switch (step.do) {
      case "done":
        return at;
      case "take":
        at += step.back ? -1 : 0;
        fits = at >= 0 && at < text.length && step.fits(text.charAt(at));
        at += step.back ? 0 : 1;
        break;
      case "assert":
        fits = step.holds(text, at);
        break;
      case "save":
      case "mark":
        set(step.slot, at);
        break;
      case "moved":
        fits = slots[step.slot] !== at;
        break;
      case "look":
        fits = (run(step.program, text, at, count, size, slots) !== undefined) !== step.negative;
        break;
      case "back": {
        const said = text.slice(slots[2 * step.index], slots[2 * step.index + 1]);
        fits = text.startsWith(said, at);
        at += said.length;
        break;
      }
      case "split":
        waiting.push({ pc: step.second, at, slots });
        pc = step.first;
        continue;
      case "go":
        pc = step.to;
        continue;
    }
    if (fits) {
      pc++;
      continue;
    }
    const last = waiting.pop();
    if (!last) return undefined;
    ({ pc, at, slots } = last);
  }
  return undefined;
}

/** Characters of all kinds that our expressions tell apart. */
const characters = [..."aZ0_-.,:;/\\\"'`#$%@!?=&*+~^|<>(){}[] \t\n\r\u00a0\ufeff\u2028\u0001é"];

/** Texts of some length that are made to hurt: each of its words and characters over and over, alone and two by two, and then an end. */
export function* attacks({ classes, words }: Counted, length: number): Generator<string> {
  const letters = new Set(words.flatMap((word) => [...word]));
  for (const fits of classes) for (const character of characters.filter(fits).slice(0, 3)) letters.add(character);
  const pumps = new Set<string>([...letters, ...words]);
  const some = [...letters].slice(0, 6);
  for (const a of some) for (const b of some) pumps.add(a + b);
  for (const word of words.slice(0, 4)) for (const a of some) pumps.add(word + a).add(a + word);
  for (const pump of pumps)
    for (const head of ["", ...words.slice(0, 1)])
      for (const tail of ["\u0001", "\n"])
        yield head + pump.repeat(Math.ceil(length / pump.length)).slice(0, length) + tail;
}
