import type { Part } from "../../document/part.ts";
import { namesIn } from "./graph.ts";
import { type Piece, propertiesOf, type Resource } from "./piece.ts";
import { type Site, sitesIn } from "./site.ts";
import type { TemplateView } from "./view.ts";

/**
 * All that findings of a template's app clients can depend on beside their own text. What nobody has read cannot have counted, and
 * what would be read follows from what is compared here: so most of a long template may change without a second look at any app client.
 */
export interface Surroundings {
  /** The kind of file, its sections, and which resources there are. */
  readonly outline: string;
  /** Of the resources that were read, what counts for others. By logical id. */
  readonly shares: ReadonlyMap<string, string>;
}

/** @returns `undefined` where app clients have no text of their own: aliases lead from one to another. */
export function surroundingsOf(view: TemplateView): Surroundings | undefined {
  const outline = outlineOf(view);
  if (outline === undefined) return undefined;
  const { reads, resources } = view.template;
  const known = surroundings.get(view);
  if (known?.reads === reads.count) return known.found;
  const read = resources.filter((resource) => resource.isRead());
  const found =
    known?.found.shares.size === read.length
      ? known.found
      : { outline, shares: new Map(read.map((resource) => [resource.id, shareIn(view, resource)])) };
  surroundings.set(view, { reads: reads.count, found });
  return found;
}
const surroundings = new WeakMap<TemplateView, { readonly reads: number; readonly found: Surroundings }>();

/** Whether nothing has changed in a later version of a template of all that counted in an earlier one. */
export function isAsBefore(view: TemplateView, before: Surroundings): boolean {
  let known = compared.get(view);
  if (!known) {
    known = new WeakMap();
    compared.set(view, known);
  }
  let answer = known.get(before);
  if (answer === undefined) {
    answer = compare(view, before);
    known.set(before, answer);
  }
  return answer;
}
const compared = new WeakMap<TemplateView, WeakMap<Surroundings, boolean>>();

function compare(view: TemplateView, { outline, shares }: Surroundings): boolean {
  if (outlineOf(view) !== outline) return false;
  return [...shares].every(([id, share]) => {
    const resource = view.resources.get(id);
    return resource !== undefined && shareIn(view, resource) === share;
  });
}

const outlines = new WeakMap<TemplateView, { readonly text: string | undefined }>();

function outlineOf(view: TemplateView): string | undefined {
  let found = outlines.get(view);
  if (!found) {
    found = { text: sitesIn(view).every(({ piece }) => isOwn(piece)) ? findOutline(view) : undefined };
    outlines.set(view, found);
  }
  return found.text;
}

/** What a stack puts out counts where it may be a secret. */
function findOutline({ template }: TemplateView): string {
  const sections = SECTIONS.map((name) => template.sectionTexts(name));
  const outputs = template.sectionTexts("Outputs").map((text) => (text.includes("ClientSecret") ? text : ""));
  const resources = template.resources.map(({ id, type, mentions }) => [id, type, mentions("ClientSecret")]);
  return JSON.stringify([template.kind, sections, outputs, resources]);
}

const SECTIONS = [
  "Parameters",
  "Conditions",
  "Mappings",
  "Rules",
  "Transform",
  "Fn::Transform",
  "Globals",
  "extensions",
] as const;

function isOwn({ part, member }: Piece): boolean {
  return part.root?.kind === "object" && part.root.members.length === 1 && part.root.members[0] === member;
}

function shareIn(view: TemplateView, resource: Resource): string {
  const piece = resource.piece();
  if (!piece) return "";
  let share = shares.get(piece.part);
  if (share === undefined) {
    const site = siteOf(view, resource.id);
    share = JSON.stringify(site ? shareOfClient(site) : shareOf(resource, piece));
    shares.set(piece.part, share);
  }
  return share;
}
const shares = new WeakMap<Part, string>();

function siteOf(view: TemplateView, id: string): Site | undefined {
  let known = sitesById.get(view);
  if (!known) {
    // Of two that are called alike the first counts.
    known = new Map([...sitesIn(view)].reverse().map((site) => [site.id, site]));
    sitesById.set(view, known);
  }
  return known.get(id);
}
const sitesById = new WeakMap<TemplateView, ReadonlyMap<string, Site>>();

/** What an app client means for others: its pool and providers, what it waits for, and secrets that it hands on. */
function shareOfClient({ id, piece }: Site): unknown {
  const { part } = piece;
  const members = (propertiesOf(piece)?.members ?? []).filter(({ key }) => SHARED.has(key));
  const texts = members.map(({ span }) => part.text.slice(span.start, span.end));
  return [id, texts, namesOf(piece), part.text.includes("ClientSecret") ? part.text : ""];
}

const SHARED: ReadonlySet<string> = new Set(["UserPoolId", "SupportedIdentityProviders"]);

/** Of what is not Cognito's only matters what it waits for, and whether it hands a secret on. */
function shareOf({ type, mentions }: Resource, piece: Piece): unknown {
  const isOther = type !== undefined && !type.startsWith("AWS::Cognito::") && !mentions("ClientSecret");
  return isOther ? namesOf(piece) : piece.part.text;
}

function namesOf(piece: Piece): string[] {
  return [...namesIn(piece)].sort();
}
