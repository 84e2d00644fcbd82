import { memberNames } from "../catalogue/member-word.ts";
import type { Span } from "../document/node.ts";

const NAME = /client[\s_-]{0,8}secret/gi;

/**
 * What stands behind a secret's name: in text that cannot be read, up to the next member's name, but at least to the end of the next
 * line that has a word in it. Linear in the text.
 * @param isBroken whether the text has syntax errors; where not, only comments and strings can hold more than a member's value.
 */
export function* clientSecretSpans(text: string, isBroken: boolean): Generator<Span> {
  let from = 0;
  NAME.lastIndex = 0;
  for (let match = NAME.exec(text); match; match = NAME.exec(text)) {
    const start = match.index + match[0].length;
    if (start < from) continue;
    const end = isBroken ? brokenEnd(text, start) : wordEnd(text, start);
    if (end > start) yield { start, end };
    from = end;
  }
}

/** `CLIENT_SECRET=…` in a comment or string: the word right behind the sign. In a readable text a member's value is the tree's business. */
function wordEnd(text: string, start: number): number {
  BESIDE.lastIndex = start;
  return BESIDE.test(text) ? BESIDE.lastIndex : start;
}
const BESIDE = /["']?[ \t]{0,8}[:=]?[ \t]{0,8}["']?[^\s"',;&#(){}[\]]*/y;

function brokenEnd(text: string, start: number): number {
  let end = start;
  let hasWord = false;
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    if (token === "\n") {
      if (hasWord) return match.index;
    } else if (memberNames.has(token) && token !== "ClientSecret") return match.index;
    else if (WORDY.test(token) && !NAME_AGAIN.test(token)) hasWord = true;
    end = match.index + token.length;
  }
  return end;
}
const TOKEN = /\n|[\w+/=.~-]+|[^\s\w+/=.~-]+/g;
const WORDY = /\w/;
/** A name is no value, also where it stands there twice. */
const NAME_AGAIN = /^(?:client|(?:client[_-]?)?secret)$/i;

/** `user:password@` in an address: the password, or the whole when it has no colon. Each address is read once. */
export function* passwordsInUrls(text: string): Generator<Span> {
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const start = at + 3;
    let colon = -1;
    let sign = -1;
    for (let end = start; end < text.length && !/[\s/?#"'<>]/.test(text.charAt(end)); end++) {
      const character = text.charAt(end);
      if (character === ":" && colon < 0) colon = end;
      if (character === "@") sign = end;
    }
    if (sign > start) yield { start: colon >= 0 && colon < sign ? colon + 1 : start, end: sign };
  }
}

/** Words that look like a secret that Cognito made: 24 to 64 letters and digits in a row, several of each. */
export function* lookAlikes(text: string): Generator<Span> {
  for (const { 0: word, index } of text.matchAll(RUN)) {
    if (word.length < 24 || word.length > 128) continue;
    const digits = word.replace(/\D/g, "").length;
    if (digits >= 2 && digits < word.length - 2) yield { start: index, end: index + word.length };
  }
}
const RUN = /[\w+]+/g;
