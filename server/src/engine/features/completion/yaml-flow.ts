import type { FlowToken } from "./cursor.ts";

/**
 * Tokens of a YAML flow collection that begins at `from`, to the end of the text; the reader stops at the closing bracket.
 * @param passed is told where each token ends.
 */
export function* flowTokens(
  text: string,
  from: number,
  passed: (end: number) => void,
): Generator<FlowToken, undefined> {
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      at++;
      continue;
    }
    const token = next(text, at, character);
    at = token.end;
    passed(at);
    yield token;
  }
  return undefined;
}

function next(text: string, at: number, character: string): FlowToken {
  if (character === "#" && /\s/.test(text.charAt(at - 1)))
    return { type: "comment", start: at, end: lineEnd(text, at) };
  if (character === '"' || character === "'") return quotedToken(text, at, character);
  if (isBracket(character)) return { type: character, start: at, end: at + 1 };
  if (character === ":" && /[\s,[\]{}]|^$/.test(text.charAt(at + 1))) return { type: ":", start: at, end: at + 1 };
  const plain = /^(?:[^,[\]{}\n:#]|:(?![\s,[\]{}]|$)|(?<!\s)#)+/.exec(text.slice(at, lineEnd(text, at)));
  const word = (plain?.[0] ?? character).trimEnd();
  return { type: "scalar", start: at, end: at + Math.max(1, word.length), text: word };
}

function isBracket(character: string): character is "{" | "}" | "[" | "]" | "," {
  return "{}[],".includes(character);
}

function quotedToken(text: string, at: number, quote: '"' | "'"): FlowToken {
  const close = quote === '"' ? /^"(?:[^"\\\n]|\\.)*"?/ : /^'(?:[^'\n]|'')*'?/;
  const whole = close.exec(text.slice(at))?.[0] ?? quote;
  // A colon right behind a quoted key needs no space after it.
  return { type: "scalar", start: at, end: at + whole.length, text: whole.slice(1, -1), quote };
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline;
}
