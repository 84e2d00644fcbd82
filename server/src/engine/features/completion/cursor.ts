import type { Span } from "../../document/node.ts";

/**
 * What could be written at the cursor, told from the text around it alone: a tree is of little help while a document is half typed.
 * Offsets are the part's.
 */
export interface Cursor {
  /** `key`: a member's name of the object at `path`; `value`: the value at `path`; `item`: an item of the list at `path`. */
  readonly at: "key" | "value" | "item";
  readonly path: readonly (string | number)[];
  /** What a completion replaces: the half-typed word with its quotes, or nothing. */
  readonly replace: Span;
  readonly quote: '"' | "'" | undefined;
  /** Inside `{}` or `[]`. */
  readonly flow: boolean;
  /** A name is followed by its colon already, so only the name is to be replaced. */
  readonly hasColon?: boolean;
  /** A comma has to be put here first. */
  readonly commaAt?: number;
  /** A comma has to follow. */
  readonly commaAfter?: boolean;
  /** In block style: the column of the key, or of the dash, as white space. */
  readonly indent: string;
  /** The value is to stand right behind `Key:`, which has no space yet. */
  readonly needsSpace?: boolean;
  /** The cursor is alone on a line below the key whose value it is. */
  readonly ownLine?: boolean;
  /** A `-` stands before the cursor already. */
  readonly hasDash?: boolean;
}

/** Tokens of JSON, or of what stands in brackets in YAML. */
export interface FlowToken {
  readonly type: "{" | "}" | "[" | "]" | "," | ":" | "scalar" | "comment" | "end";
  readonly start: number;
  readonly end: number;
  /** Decoded text of a scalar. */
  readonly text?: string;
  readonly quote?: '"' | "'";
}

/** A bracket that is open where tokens are read. */
export interface Frame {
  readonly kind: "object" | "array";
  /** Of an array: its last item, which may turn out to be a name. */
  key: string;
  index: number;
  expects: "key" | "colon" | "value" | "comma";
  /** End of the last complete entry. */
  entryEnd: number;
}

/**
 * Reads tokens up to the offset and says what belongs there.
 * @param path steps that lead to where the tokens begin.
 * @param frames the brackets that are open there, from the outermost; they are taken over.
 */
export function flowCursor(
  tokens: Iterator<FlowToken>,
  offset: number,
  path: readonly (string | number)[] = [],
  frames: Frame[] = [],
): Cursor | "none" | undefined {
  const pull = (): FlowToken =>
    tokens.next().value ?? { type: "end", start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };
  for (let token = pull(); ; token = pull()) {
    const inside = token.start < offset && (token.type === "scalar" ? offset <= token.end : offset < token.end);
    if (token.type === "comment") {
      if (inside || (offset === token.end && token.start < offset)) return "none";
      continue;
    }
    if (inside && token.type !== "scalar") return "none";
    if (inside || token.start >= offset) {
      const replace = inside ? { start: token.start, end: token.end } : { start: offset, end: offset };
      const next = inside ? significant(pull) : token;
      const top = frames.at(-1);
      if (!inside && top?.kind === "object" && top.expects === "value") {
        if (token.type === "{" || token.type === "[") return "none";
        const after = token.type === "scalar" ? significant(pull) : undefined;
        // The member has its value already, unless that is the next member's name: right before it, it is to be replaced.
        if (after && after.type !== ":") {
          if (token.start > offset) return "none";
          return here(frames, path, { start: offset, end: token.end }, token.quote, after);
        }
      }
      return here(frames, path, replace, inside ? token.quote : undefined, next);
    }
    if (token.type === "end") return undefined;
    if (!step(frames, token)) return undefined;
  }
}

function significant(pull: () => FlowToken): FlowToken {
  let token = pull();
  while (token.type === "comment") token = pull();
  return token;
}

function here(
  frames: readonly Frame[],
  path: readonly (string | number)[],
  replace: Span,
  quote: '"' | "'" | undefined,
  next: FlowToken,
): Cursor | "none" {
  const top = frames.at(-1);
  const indent = "";
  if (!top) return { at: "value", path: [...path], replace, quote, flow: true, indent };
  const steps = [...path, ...frames.slice(0, -1).map(stepOf)];
  const entryFollows = next.type === "scalar" || next.type === "{" || next.type === "[";
  const comma = {
    ...(top.expects === "comma" && { commaAt: top.entryEnd }),
    ...(entryFollows && { commaAfter: true }),
  };
  const shared = { replace, quote, flow: true, indent };
  if (top.kind === "array") return { ...shared, ...comma, at: "item", path: steps };
  switch (top.expects) {
    case "key":
    case "comma":
      return next.type === ":"
        ? {
            ...shared,
            at: "key",
            path: steps,
            hasColon: true,
            ...(top.expects === "comma" && { commaAt: top.entryEnd }),
          }
        : { ...shared, ...comma, at: "key", path: steps };
    case "value":
      return { ...shared, ...(entryFollows && { commaAfter: true }), at: "value", path: [...steps, top.key] };
    default:
      return "none";
  }
}

function stepOf(frame: Frame): string | number {
  return frame.kind === "object" ? frame.key : frame.index;
}

/** Takes one token; false once the outermost bracket is closed. */
function step(frames: Frame[], token: FlowToken): boolean {
  const top = frames.at(-1);
  switch (token.type) {
    case "{":
      frames.push({ kind: "object", key: "", index: 0, expects: "key", entryEnd: token.end });
      return true;
    case "[":
      frames.push({ kind: "array", key: "", index: 0, expects: "value", entryEnd: token.end });
      return true;
    case "}":
    case "]": {
      frames.pop();
      const outer = frames.at(-1);
      if (!outer) return false;
      outer.expects = "comma";
      outer.entryEnd = token.end;
      return true;
    }
    case ",":
      if (top) {
        top.expects = top.kind === "object" ? "key" : "value";
        top.index++;
      }
      return true;
    case ":":
      if (top?.kind === "array") leaveOpenArray(frames, top);
      else if (top) top.expects = "value";
      return true;
    default:
      if (!top) return true;
      if (top.kind === "array") top.key = token.text ?? "";
      if (top.kind === "object" && top.expects !== "value") {
        top.key = token.text ?? "";
        top.expects = "colon";
      } else {
        top.expects = "comma";
        top.entryEnd = token.end;
      }
      return true;
  }
}

/** A colon in an array of an object: its bracket is still to be closed, and what stands before the colon is the next member's name. */
function leaveOpenArray(frames: Frame[], array: Frame): void {
  const outer = frames.at(-2);
  if (outer?.kind !== "object") return;
  frames.pop();
  outer.key = array.key;
  outer.expects = "value";
}
