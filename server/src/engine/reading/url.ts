import type { Span } from "../document/node.ts";

/**
 * A redirect or logout URL, split as RFC 3986 (appendix B and section 3.2) splits it, without judging it.
 * `new URL()` is no use here: it repairs what people wrote, refuses what Cognito takes, and loses where things stood.
 */
export interface Url {
  readonly text: string;
  /** Lower case, without the colon; `undefined` when the text does not begin with a scheme. */
  readonly scheme: string | undefined;
  /** `user@` or `user:password@` before the host. */
  readonly hasUserinfo: boolean;
  /** The whole host in lower case, IPv6 with its brackets; `undefined` when there is none (`https://`, `http:/x`, `myapp:x`). */
  readonly host: string | undefined;
  /** Digits, or empty for a colon alone; what is no number belongs to the host. */
  readonly port: string | undefined;
  /** Empty or with its first slash; of a URL without `//` everything up to the query. */
  readonly path: string;
  /** Without `?`. */
  readonly query: string | undefined;
  /** Without `#`. */
  readonly fragment: string | undefined;
  /** The host is exactly one of the three that AWS lets use http, whatever the port. */
  readonly isLoopback: boolean;
  /** A scheme that is neither http nor https. `localhost:3000` has one, too: see `isHostAndPort`. */
  readonly isCustomScheme: boolean;
  /** Reads like `localhost:3000/x`: formally a scheme, but somebody forgot `http://`. */
  readonly isHostAndPort: boolean;
  /** Where the parts stand in `text`, UTF-16 offsets; delimiters (`:`, `//`, `@`, `?`, `#`) are outside. */
  readonly at: {
    readonly scheme: Span | undefined;
    readonly userinfo: Span | undefined;
    readonly host: Span | undefined;
    readonly port: Span | undefined;
    readonly path: Span;
    readonly query: Span | undefined;
    readonly fragment: Span | undefined;
  };
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html (CallbackURLs) */
const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*(?=:)/;
const HOST_AND_PORT = /^[A-Za-z][A-Za-z0-9.-]*:\d{1,5}(?=[/?#]|$)/;
const AUTHORITY_END = /[/?#]/g;

/** Reads any string; never throws. The scheme and the host are compared in lower case, as RFC 3986 section 6.2.2.1 has it. */
export function readUrl(text: string): Url {
  const schemeEnd = SCHEME.exec(text)?.[0].length ?? 0;
  const rest = schemeEnd > 0 ? schemeEnd + 1 : 0;
  const hasAuthority = text.startsWith("//", rest);
  const authority = hasAuthority ? authorityAt(text, rest + 2) : undefined;
  const pathStart = authority?.end ?? rest;
  const hash = indexOrEnd(text, "#", pathStart);
  const question = Math.min(indexOrEnd(text, "?", pathStart), hash);
  const at = {
    scheme: schemeEnd > 0 ? { start: 0, end: schemeEnd } : undefined,
    userinfo: authority?.userinfo,
    host: authority?.host,
    port: authority?.port,
    path: { start: pathStart, end: question },
    query: question < hash ? { start: question + 1, end: hash } : undefined,
    fragment: hash < text.length ? { start: hash + 1, end: text.length } : undefined,
  };
  const cut = (span: Span | undefined) => span && text.slice(span.start, span.end);
  const scheme = cut(at.scheme)?.toLowerCase();
  const host = cut(at.host)?.toLowerCase();
  return {
    text,
    scheme,
    hasUserinfo: at.userinfo !== undefined,
    host,
    port: cut(at.port),
    path: text.slice(pathStart, question),
    query: cut(at.query),
    fragment: cut(at.fragment),
    isLoopback: host !== undefined && loopbackHosts.has(host),
    isCustomScheme: scheme !== undefined && scheme !== "http" && scheme !== "https",
    isHostAndPort: HOST_AND_PORT.test(text),
    at,
  };
}

interface Authority {
  readonly end: number;
  readonly userinfo: Span | undefined;
  readonly host: Span | undefined;
  readonly port: Span | undefined;
}

/** The last `@` ends the user part (`http://localhost@evil` goes to evil), and only digits at the very end are a port. */
function authorityAt(text: string, start: number): Authority {
  AUTHORITY_END.lastIndex = start;
  const end = AUTHORITY_END.exec(text)?.index ?? text.length;
  const at = text.slice(start, end).lastIndexOf("@");
  const hostStart = at < 0 ? start : start + at + 1;
  const colon = /:\d*$/.exec(text.slice(hostStart, end));
  const hostEnd = colon ? hostStart + colon.index : end;
  return {
    end,
    userinfo: at < 0 ? undefined : { start, end: start + at },
    host: hostEnd > hostStart ? { start: hostStart, end: hostEnd } : undefined,
    port: colon ? { start: hostEnd + 1, end } : undefined,
  };
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}

/**
 * Whether a text is an everyday https address in lower case, of a host with a dot, maybe a port, and a plain path: none of the rules
 * that look at one URL alone has anything to say of such, so that they need not take it to pieces. Linear.
 */
export function isOrdinary(text: string): boolean {
  return ORDINARY.test(text) && !text.includes("undefined") && !RESERVED.test(text);
}
const ORDINARY = /^https:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:\/[\w.~%-]*)*$/;
/** Hosts of documents (RFC 2606). */
const RESERVED = /^https:\/\/(?:www\.)?example\./;
