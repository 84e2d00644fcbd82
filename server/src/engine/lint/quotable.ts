import { memberNames } from "../catalogue/member-word.ts";
import { namesSecret } from "../catalogue/secret-name.ts";
import type { Span, SpecNode } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { isBroken } from "../document/problems.ts";
import { clientSecretSpans, lookAlikes, passwordsInUrls } from "./secret-text.ts";

/**
 * What may be said of a spec's text. Every message, title, answer and excerpt that can repeat something of a spec goes through here:
 * a secret stays where the user put it, however wrongly it is written, and a word too many hidden does less harm than one too few.
 * @returns the text with every word that may be a piece of a secret of this part replaced by `(not shown)`.
 */
export function quotable(part: Part, text: string): string {
  const { pieces } = secretsOf(part);
  if (pieces.size === 0) return text;
  // An ordinary word of a secret is one of ours, too, unless it is quoted.
  return text
    .split('"')
    .map((segment, index) => segment.replace(WORD, (word) => (repeats(word, pieces, index % 2 === 1) ? HIDDEN : word)))
    .join('"');
}

/** Whether a text of a spec may be shown as it is. */
export function isQuotable(part: Part, text: string): boolean {
  return quotable(part, text) === text;
}

/** Where secrets stand, or may stand, in the part's offsets; in no order. Excerpts of these lines are not shown. */
export function secretSpans(part: Part): readonly Span[] {
  return secretsOf(part).spans;
}

export const HIDDEN = "(not shown)";

/** The characters that AWS lets a secret have, among others: a secret of other characters is hidden word by word. */
const WORD = /[\w+]{4,}/g;
/** Characters of a secret that are enough to know it again; a shorter word is compared whole. */
const GRAM = 8;

interface Secrets {
  readonly spans: readonly Span[];
  /** Words of the secrets; long ones in lower case, cut into all pieces of GRAM characters. */
  readonly pieces: ReadonlySet<string>;
}

function secretsOf(part: Part): Secrets {
  let secrets = memo.get(part);
  if (!secrets) {
    secrets = findSecrets(part);
    memo.set(part, secrets);
  }
  return secrets;
}
const memo = new WeakMap<Part, Secrets>();

function findSecrets(part: Part): Secrets {
  const { text, root } = part;
  const spans = [...passwordsInUrls(text), ...[...lookAlikes(text)].filter((span) => !isTold(part, span))];
  if (/secret/i.test(text)) {
    // Where the text can be read, the tree says where values end; else the words behind the name are all that is left.
    spans.push(...clientSecretSpans(text, isBroken(part)), ...valueSpans(root));
  }
  const pieces = new Set<string>();
  for (const { start, end } of spans) {
    for (const [word] of text.slice(start, end).matchAll(WORD)) addPieces(word, pieces);
  }
  return { spans, pieces };
}

function addPieces(word: string, pieces: Set<string>): void {
  if (literals.has(word)) return;
  if (word.length < GRAM || ORDINARY.test(word)) pieces.add(word);
  else for (const gram of gramsOf(word)) pieces.add(gram);
}

/** A word of prose, or of code; no secret is one, but people write such in a secret's place. */
const ORDINARY = /^[A-Z]?[a-z]{0,15}$/;
const literals: ReadonlySet<string> = new Set(["true", "True", "false", "False", "null", "Null", ...memberNames]);

function repeats(word: string, pieces: ReadonlySet<string>, isQuoted: boolean): boolean {
  if (memberNames.has(word) || (ORDINARY.test(word) && !isQuoted)) return false;
  if (pieces.has(word)) return true;
  for (const gram of gramsOf(word)) if (pieces.has(gram)) return true;
  return false;
}

/** Hosts and schemes are told in lower case, so case does not count. */
function* gramsOf(word: string): Generator<string> {
  const lower = word.toLowerCase();
  for (let at = 0; at + GRAM <= lower.length; at++) yield lower.slice(at, at + GRAM);
}

/** Values of members that name a secret, wherever they stand; a value behind an alias stands where its anchor is. */
function* valueSpans(root: SpecNode | undefined): Generator<Span> {
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "array") for (const item of node.items) if (item.kind !== "scalar") stack.push(item);
    if (node.kind !== "object") continue;
    for (const { key, value } of node.members) {
      if (value && namesSecret(key)) yield value.span;
      else if (value) stack.push(value);
    }
  }
}

/** Long random words that are known not to be secrets: ids that a readable spec has where ids belong. */
function isTold({ root, problems }: Part, { start, end }: Span): boolean {
  if (problems.some(({ code }) => code === "syntax-error")) return false;
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "array") for (const item of node.items) if (item.kind !== "scalar") stack.push(item);
    if (node.kind !== "object") continue;
    for (const { key, value } of node.members) {
      if (!value || value.span.start > start || value.span.end < end) continue;
      if (idMembers.has(key)) return value.kind === "scalar";
      stack.push(value);
    }
  }
  return false;
}
const idMembers: ReadonlySet<string> = new Set(["ClientId", "UserPoolId", "ApplicationId"]);
