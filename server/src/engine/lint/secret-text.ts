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
  if (!text.includes("@")) return;
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const start = at + 3;
    ADDRESS.lastIndex = start;
    const address = ADDRESS.exec(text)?.[0] ?? "";
    const sign = address.lastIndexOf("@");
    if (sign <= 0) continue;
    const colon = address.indexOf(":");
    yield { start: colon >= 0 && colon < sign ? start + colon + 1 : start, end: start + sign };
  }
}
const ADDRESS = /[^\s/?#"'<>]*/y;

/** Words that look like a secret that Cognito made: 24 to 64 letters and digits in a row, several of each. */
export function* lookAlikes(text: string): Generator<Span> {
  // A run of so many reaches every LEAST-th character or begins behind it: the others need not be looked at.
  for (let probe = LEAST - 1; probe < text.length; probe += LEAST) {
    if (!isWord(text.charCodeAt(probe))) continue;
    let start = probe;
    while (start > 0 && isWord(text.charCodeAt(start - 1))) start--;
    let end = probe + 1;
    while (end < text.length && isWord(text.charCodeAt(end))) end++;
    probe = end - 1;
    if (end - start < LEAST || end - start > 128) continue;
    const digits = text.slice(start, end).replace(/\D/g, "").length;
    if (digits >= 2 && digits < end - start - 2) yield { start, end };
  }
}
const LEAST = 24;

/** A letter or digit of ASCII, `_` or `+`. */
function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 43
  );
}
