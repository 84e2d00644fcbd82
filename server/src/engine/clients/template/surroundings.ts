import type { Part } from "../../document/part.ts";
import { namesIn } from "./graph.ts";
import { type Piece, propertiesOf } from "./piece.ts";
import { type Site, sitesIn } from "./site.ts";
import type { TemplateView } from "./view.ts";

/**
 * All that findings of a template's app clients can depend on beside their own text: what stands outside of them, and of each
 * what counts for the others. Equal surroundings, equal findings.
 * @returns `undefined` where app clients have no text of their own: aliases lead from one to another.
 */
export function surroundingsOf(view: TemplateView): string | undefined {
  let found = known.get(view);
  if (!found) {
    found = { text: find(view) };
    known.set(view, found);
  }
  return found.text;
}
const known = new WeakMap<TemplateView, { readonly text: string | undefined }>();

function find(view: TemplateView): string | undefined {
  const { template } = view;
  const sites = [...sitesIn(view)].sort((a, b) => a.piece.base - b.piece.base);
  if (!sites.every(({ piece }) => isOwn(piece))) return undefined;
  const texts: string[] = [];
  let at = 0;
  for (const site of sites) {
    const start = site.piece.base - template.base;
    texts.push(template.text.slice(at, start), shareOf(site));
    at = start + site.piece.part.text.length;
  }
  texts.push(template.text.slice(at));
  // Lengths keep one block's end apart from the next one's begin.
  return texts.map((text) => `${text.length}:${text}`).join("");
}

function isOwn({ part, member }: Piece): boolean {
  return part.root?.kind === "object" && part.root.members.length === 1 && part.root.members[0] === member;
}

/** What an app client means for others: its pool and providers, what it waits for, and secrets that it hands on. */
function shareOf({ id, piece }: Site): string {
  const { part } = piece;
  let share = shares.get(part);
  if (share === undefined) {
    const members = (propertiesOf(piece)?.members ?? []).filter(({ key }) => SHARED.has(key));
    const texts = members.map(({ span }) => part.text.slice(span.start, span.end));
    const whole = part.text.includes("ClientSecret") ? part.text : "";
    share = JSON.stringify([id, texts, [...namesIn(piece)].sort(), whole]);
    shares.set(part, share);
  }
  return share;
}
const shares = new WeakMap<Part, string>();

const SHARED: ReadonlySet<string> = new Set(["UserPoolId", "SupportedIdentityProviders"]);
