/** A member of an object in JSON: its decoded name, and where it stands with name and value. */
export interface JsonMember {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** `Type` of a resource, where it is a text. */
  readonly type?: string;
}

export interface JsonOutline {
  readonly top: readonly JsonMember[];
  readonly resources: readonly JsonMember[];
}

/**
 * The outline of a template in JSON by its brackets alone, as outline.ts has it for YAML: what is in a resource is read when somebody
 * asks, and what is wrong in it does no harm elsewhere. @returns `undefined` where brackets do not close, or something is wrong between
 * sections or resources: then the whole file is read, and its mistakes are told.
 */
export function jsonOutline(text: string): JsonOutline | undefined {
  return new Scanner(text, 0, text.length, 0).file();
}

/**
 * Looks again at the one member that fills `[start, end)`, and at nothing else.
 * @param depth 1 for a member of the file, 2 for a resource. @returns `undefined` where something else stands there.
 */
export function memberAgain(text: string, start: number, end: number, depth: number): JsonMember | undefined {
  return new Scanner(text, start, end, depth).member();
}

/** What belongs next in an object: its depth counts from 1, for the file's own. */
type Expects = "key" | "colon" | "value" | "comma";

class Scanner {
  private readonly text: string;
  private readonly from: number;
  private readonly to: number;
  /** The depth that it begins at. */
  private readonly outer: number;
  private readonly top: JsonMember[] = [];
  private readonly resources: JsonMember[] = [];
  /** By depth: whether it is an object, what it expects, and the name and start of its current member. */
  private readonly isObject: boolean[] = [];
  private readonly expects: Expects[] = [];
  private readonly key: string[] = [];
  private readonly start: number[] = [];
  private depth: number;
  private inResources: boolean;
  private type: string | undefined;
  /** Of the line of the last text. */
  private lineEnd = 0;

  constructor(text: string, from: number, to: number, depth: number) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.outer = depth;
    this.depth = depth;
    this.inResources = depth === 2;
    for (let outer = 1; outer <= depth; outer++) this.isObject[outer] = true;
    this.expects[depth] = "key";
  }

  file(): JsonOutline | undefined {
    const end = this.run();
    if (end === undefined || this.text.slice(end).trim() !== "") return undefined;
    const keys = this.top.map(({ key }) => key);
    return keys.includes("Resources") && !keys.includes("resources")
      ? { top: this.top, resources: this.resources }
      : undefined;
  }

  member(): JsonMember | undefined {
    const end = this.run();
    const [member, ...more] = this.outer === 2 ? this.resources : this.top;
    return end !== undefined && member?.end === end && more.length === 0 ? member : undefined;
  }

  /** @returns where it ends: behind the file's own bracket, or at the end of what it was given; `undefined` where brackets do not tell. */
  private run(): number | undefined {
    const { text, to } = this;
    for (let at = this.from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 10 || code === 13 || code === 9) continue;
      if (code === QUOTE) {
        const end = this.string(at);
        if (end === undefined) return undefined;
        at = end - 1;
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        if (!this.open(code === OPEN_BRACE)) return undefined;
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (!this.close(code === CLOSE_BRACE, at + 1)) return undefined;
        if (this.depth === 0) return at + 1;
      } else if (!this.other(code, at)) return undefined;
    }
    return this.outer > 0 && this.depth === this.outer && this.expects[this.depth] === "comma" ? to : undefined;
  }

  /** Whether it stands in an object whose members are told apart: of the file, or of its Resources. Nothing may be wrong between them. */
  private isTold(): boolean {
    return this.isObject[this.depth] === true && (this.depth === 1 || (this.depth === 2 && this.inResources));
  }

  /** Whether it stands in a resource, of which its type is told. What is wrong there is its own affair. */
  private isInResource(): boolean {
    return this.depth === 3 && this.inResources && this.isObject[3] === true;
  }

  private string(at: number): number | undefined {
    const { depth, text } = this;
    const isTold = this.isTold();
    const isValue = this.expects[depth] === "value";
    if (depth === 0 || (isTold && !isValue && this.expects[depth] !== "key")) return undefined;
    if (this.lineEnd <= at) this.lineEnd = lineEndFrom(text, at);
    // No text goes on in another line: a parser, too, ends there what is not closed.
    const most = isTold && isValue ? this.to : this.lineEnd;
    const close = closingQuote(text, at, most);
    const end = close < 0 ? most : close + 1;
    if (end > this.to || (isTold && close < 0)) return undefined;
    if (!isTold && !this.isInResource()) return end;
    const source = close < 0 ? `${text.slice(at, end).trimEnd()}"` : text.slice(at, end);
    if (!isValue) {
      this.expects[depth] = "colon";
      this.start[depth] = at;
      this.key[depth] = source.includes("\\") ? (decoded(source) ?? "") : source.slice(1, -1);
    } else {
      if (depth === 3 && this.key[3] === "Type") this.type = decoded(source);
      this.ended(end);
    }
    return end;
  }

  private open(isObject: boolean): boolean {
    const isExpected = this.expects[this.depth] === "value";
    if ((this.depth === 0 && !isObject) || (this.isTold() && !isExpected)) return false;
    if (this.depth === 1) this.inResources = this.key[1] === "Resources" && isObject;
    if (this.depth === 2) this.type = undefined;
    this.depth++;
    this.isObject[this.depth] = isObject;
    this.expects[this.depth] = "key";
    return true;
  }

  private close(isObject: boolean, end: number): boolean {
    if (this.depth === 0 || this.isObject[this.depth] !== isObject) return false;
    const isEmpty = this.expects[this.depth] === "key" && this.start[this.depth] === undefined;
    // A comma that is one too many, or a member without a value.
    if (this.isTold() && this.expects[this.depth] !== "comma" && !isEmpty) return false;
    delete this.start[this.depth];
    this.depth--;
    if (this.isTold() || this.isInResource()) this.ended(end);
    return true;
  }

  private other(code: number, at: number): boolean {
    const { depth } = this;
    if (code === SLASH || depth === 0) return false;
    const isTold = this.isTold();
    if (!isTold && !this.isInResource()) return true;
    const expected = this.expects[depth];
    if (code === COLON && expected === "colon") this.expects[depth] = "value";
    else if (code === COMMA && (expected === "comma" || !isTold)) this.expects[depth] = "key";
    else if (expected === "value" && /[-\dtfn]/.test(this.text.charAt(at))) {
      const word = /[-+.\w]+/y;
      word.lastIndex = at;
      word.exec(this.text);
      this.ended(word.lastIndex);
    } else return !isTold || (expected === "comma" && /[-+.\w]/.test(this.text.charAt(at)));
    return true;
  }

  /** The current member has its value. */
  private ended(end: number): void {
    const { depth } = this;
    this.expects[depth] = "comma";
    const member = { key: this.key[depth] ?? "", start: this.start[depth] ?? 0, end };
    if (depth === 1) this.top.push(member);
    else if (depth === 2 && this.inResources) {
      this.resources.push(this.type === undefined ? member : { ...member, type: this.type });
      this.type = undefined;
    }
  }
}

const [QUOTE, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, COLON, COMMA, SLASH] = [
  34, 123, 125, 91, 93, 58, 44, 47,
];

function lineEndFrom(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** @returns where a text's closing quote is; -1 where it has none before an offset. */
function closingQuote(text: string, at: number, most: number): number {
  let close = text.indexOf('"', at + 1);
  while (close > 0 && close < most && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close < most ? close : -1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 92) before--;
  return (at - before) % 2 === 0;
}

function decoded(source: string): string | undefined {
  try {
    return String(JSON.parse(source));
  } catch {
    return undefined;
  }
}
