import { readUrl, type Url } from "./url.ts";

/**
 * What was probably meant by a text without a scheme of its own: the scheme that is there in part is mended, an address gets one.
 * `undefined` where that would be a guess: a name that is no host, a wildcard, `localhost5173`.
 */
export function completedUrl(text: string, origin: string): string | undefined {
  const inner = unquoted(text);
  if (inner !== text) return readUrl(inner).host === undefined ? undefined : inner;
  const [slip = "", name = ""] = TORN_SCHEME.exec(text) ?? [];
  if (slip !== "") return absolute(text.slice(slip.length), name.toLowerCase() === "https");
  if (hasOddScheme(text) || text.includes("*")) return undefined;
  if (/^\/(?!\/)/.test(text)) return origin + text;
  const address = text.replace(/^[:/]+/, "");
  return ADDRESS.test(address) ? absolute(address, false) : undefined;
}

/** `https//x`, `http;//x`, `https.//x`. */
const TORN_SCHEME = /^(https?)[;.,]?\/{1,2}(?=[^/])/i;
/** A name with a dot, localhost, or an IPv6 address; with a port and a path, or without. */
const ADDRESS = /^(?:localhost|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\.?|[\w.+-]+@[^/?#]+|\[[\da-f:.]+\])(?::\d+)?(?=[/?#]|$)/iu;

/** Whether a text begins like a scheme that has a character in it which no scheme may have: `my_app://x`, `3app://x`. */
export function hasOddScheme(text: string): boolean {
  return /^[\w.+-]+:\/\//.test(text) && readUrl(text).scheme === undefined;
}

/** Quotes of any kind that became part of the text. */
export function unquoted(text: string): string {
  const [first, last] = [text.charAt(0), text.charAt(text.length - 1)];
  return text.length > 2 && QUOTES.has(first) && QUOTES.has(last) ? text.slice(1, -1) : text;
}
const QUOTES: ReadonlySet<string> = new Set([..."\"'`´“”„‘’‚«»"]);

/** Over https, or over http where the host is loopback and nothing else was written. */
export function absolute(address: string, isHttps: boolean): string | undefined {
  const { host, isLoopback } = readUrl(`//${address}`);
  if (host === undefined) return undefined;
  return `${isLoopback && !isHttps ? "http" : "https"}://${address}`;
}

export interface Impossible {
  readonly kind: "doubled" | "several" | "unset" | "slip" | "torn";
  /** What was probably meant; for `several` each of them. */
  readonly meant: readonly string[];
}

/** @returns why no browser will ever reach a URL that AWS takes, as far as its text shows. */
export function impossibility(url: Url): Impossible | undefined {
  const { text, scheme, host } = url;
  if (scheme === undefined) return undefined;
  const twice = /^https?:\/{1,3}(?=https?:?\/\/)/i.exec(text)?.[0];
  if (twice !== undefined) {
    const rest = text.slice(twice.length).replace(/^(https?):?\/\//i, "$1://");
    return { kind: "doubled", meant: [rest] };
  }
  const pieces = several(url);
  if (pieces.length > 1) return { kind: "several", meant: pieces };
  if (isUnset(url)) return { kind: "unset", meant: [] };
  const torn = /^http:s\/\/(?=[^/])/i.exec(text)?.[0];
  if (torn !== undefined) return { kind: "torn", meant: [`https://${text.slice(torn.length)}`] };
  if (url.isCustomScheme && host !== undefined && isSlip(scheme)) {
    const address = text.slice(scheme.length + "://".length);
    const meant = absolute(address, false);
    return { kind: "slip", meant: meant === undefined ? [] : [meant] };
  }
  return undefined;
}

/** Two addresses in one text; behind a question or number sign another address may well be a value. */
function several({ text, at }: Url): string[] {
  const until = at.query?.start ?? at.fragment?.start ?? text.length;
  const before = text.slice(0, until);
  if (!/[,;|](?:https?|[a-z][\w+.-]{0,40}):\/\//i.test(before)) return [];
  return text.split(/[,;|](?=[A-Za-z][\w+.-]{0,40}:\/\/)/);
}

/** A variable that had no value when the text was put together. */
function isUnset({ host, path }: Url): boolean {
  const isWord = (word: string) => /^(?:undefined|null|nan|none|nil)$/i.test(word);
  const [first = ""] = (host ?? "").split(".");
  return (
    isWord(host ?? "") ||
    first === "undefined" ||
    path.split("/").includes("undefined") ||
    path.includes("[object Object]") ||
    (host ?? "").startsWith("[object")
  );
}

/** `htps`, `httpss`, `ttps`, `hhtps`, `htpp`: one letter more, less, other or swapped. */
function isSlip(scheme: string): boolean {
  return ["http", "https"].some((right) => scheme !== right && isOneSlip(scheme, right));
}

function isOneSlip(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === right[start]) start++;
  const [a, b] = [word.slice(start), right.slice(start)];
  if (a.length === b.length)
    return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  return a.length > b.length ? a.slice(1) === b : a === b.slice(1);
}
