import { endOfFlow } from "./outline-flow.ts";

/**
 * The outline of block YAML by indentation alone: what a key's block spans is known without reading it, and a mistake
 * elsewhere in the file does no harm. What lies deeper than its keys (block scalars too) is never looked at.
 */
export interface Entry {
  readonly key: string;
  /** Of the key's line, its first character; the end is behind the block's last line that says something. */
  readonly start: number;
  readonly end: number;
  /** Behind the key's colon. */
  readonly body: number;
}

export interface Block {
  /** Keys of a mapping; empty for a list and for what has no such shape. */
  readonly entries: readonly Entry[];
  /** Items of a list, from behind the dash. */
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

/** Reads the keys, or the items, of the block that fills `[from, to)`; `from` may stand within a line, behind a dash. */
export function blockIn(text: string, from: number, to: number): Block {
  const entries: Entry[] = [];
  const items: { start: number; end: number }[] = [];
  let indent = -1;
  let open: { start: number; body: number; key: string | undefined } | undefined;
  let contentEnd = from;
  const close = () => {
    if (!open) return;
    if (open.key === undefined) items.push({ start: open.body, end: contentEnd });
    else entries.push({ key: open.key, start: open.start, end: contentEnd, body: open.body });
    open = undefined;
  };
  for (let at = from; at < to; ) {
    // Behind a byte order mark the first line begins at its second character.
    const lineStart = at === from && at > 1 ? text.lastIndexOf("\n", at - 1) + 1 : at;
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 || newline > to ? to : newline;
    const first = firstContent(text, at, lineEnd);
    const next = newline < 0 ? to : newline + 1;
    at = next;
    if (first < 0) continue;
    const column = text.charCodeAt(first) === TAB ? Number.POSITIVE_INFINITY : first - lineStart;
    const isComment = text.charAt(first) === "#";
    if (isComment && (indent < 0 || column <= indent)) continue;
    if (indent < 0) indent = column;
    if (column > indent || (open?.key !== undefined && isDash(text, first) && column === indent)) {
      contentEnd = withoutReturn(text, lineEnd);
      continue;
    }
    const head = isDash(text, first) ? { key: undefined, body: first + 1 } : keyAt(text, first, lineEnd);
    // YAML asks for more, but many readers let a quoted text go on in any column. Looked at only where no key can be told.
    const going =
      !head && open
        ? (endOfQuoted(text, open.body, lineStart, to) ?? endOfFlow(text, open.body, lineStart, to))
        : undefined;
    if (going !== undefined) {
      const end = text.indexOf("\n", going);
      contentEnd = end < 0 || end > to ? to : withoutReturn(text, end);
      at = end < 0 || end > to ? to : end + 1;
      continue;
    }
    close();
    if (column < indent) break;
    if (head) open = { start: lineStart, ...head };
    contentEnd = withoutReturn(text, lineEnd);
  }
  close();
  return { entries, items };
}

const TAB = 9;

/** A quoted value, to its closing quote or to the end of the text. */
const QUOTED =
  /(?:^[ \t\r\n]*|[:\-,?][ \t\r\n]+|[[{][ \t\r\n]*|![\w:.]+[ \t]+)(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|'[^']*(?:''[^']*)*'?)/g;

/** @returns where a quoted value of `[from, to)` ends that a line begins within. */
function endOfQuoted(text: string, from: number, lineStart: number, to: number): number | undefined {
  for (const { 0: match, index } of text.slice(from, to).matchAll(QUOTED)) {
    if (from + index >= lineStart) return undefined;
    if (from + index + match.length > lineStart) return from + index + match.length;
  }
  return undefined;
}

function withoutReturn(text: string, end: number): number {
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** @returns the offset of the line's first character that is no space (a tab counts as one that is not), or -1. */
function firstContent(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) continue;
    if (code === 13) return -1;
    if (code === TAB && text.slice(at, to).trim() === "") return -1;
    return at;
  }
  return -1;
}

function isDash(text: string, at: number): boolean {
  return text.charAt(at) === "-" && /[\s]|^$/.test(text.charAt(at + 1));
}

const KEY =
  /(?:"((?:[^"\\\n]|\\.)*)"[ \t]*|'((?:[^'\n]|'')*)'[ \t]*|([^\s"'#{}[\],&*!|>%@`?-][^\n]*?|\$\{[^\n]*?)):(?=[ \t\r\n]|$)/y;

function keyAt(text: string, at: number, to: number): { key: string; body: number } | undefined {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  if (!match || KEY.lastIndex > to) return undefined;
  return { key: match[1] ?? match[2] ?? match[3]?.replace(/(?<![ \t])[ \t]+$/, "") ?? "", body: KEY.lastIndex };
}
