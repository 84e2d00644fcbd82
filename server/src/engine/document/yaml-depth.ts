import type { CST } from "yaml";
import { limits, TooDeep } from "./limits.ts";

/**
 * Hands the parser's tokens on as long as they are not nested too deep. The parser keeps a stack of its own, but what makes
 * nodes of its tokens calls itself for each level, and V8 may abort at the end of the stack where no exception can be caught.
 * @throws TooDeep
 */
export function* shallow(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    if (isTooDeep(token)) throw new TooDeep();
    yield token;
  }
}

function isTooDeep(root: CST.Token): boolean {
  let level: CST.Token[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.nesting) return true;
    const below: CST.Token[] = [];
    for (const token of level) {
      if ("items" in token)
        for (const { key, value } of token.items) below.push(...collections(key), ...collections(value));
      if ("value" in token && token.value) below.push(...collections(token.value));
    }
    level = below;
  }
  return false;
}

function collections(token: CST.Token | null | undefined): CST.Token[] {
  return token && "items" in token ? [token] : [];
}
