import type { Part } from "../../document/part.ts";
import { namesIn } from "./graph.ts";
import { type Piece, propertiesOf, type Resource } from "./piece.ts";
import type { TemplateKind } from "./recognise.ts";
import { type ResourceNames, SECRET } from "./resource-names.ts";
import { type Site, sitesIn } from "./site.ts";
import type { TemplateView } from "./view.ts";

/**
 * All that findings of a template's app clients can depend on beside their own text. What nobody has read cannot have counted, and
 * what would be read follows from what is compared here: so most of a long template may change without a second look at any app client.
 */
export interface Surroundings {
  readonly outline: Outline;
  /** Of the resources that were read, what counts for others. By logical id. */
  readonly shares: ReadonlyMap<string, string>;
}

/** The kind of file, which resources there are, and its sections as they are written. */
interface Outline {
  readonly kind: TemplateKind;
  readonly names: ResourceNames;
  readonly sections: readonly string[];
}

/** @returns `undefined` where app clients have no text of their own: aliases lead from one to another. */
export function surroundingsOf(view: TemplateView): Surroundings | undefined {
  const outline = outlineOf(view);
  if (outline === undefined) return undefined;
  const { read } = view.resources;
  const known = surroundings.get(view);
  if (known?.count === read.length) return known.found;
  const found = { outline, shares: new Map(read.map((resource) => [resource.id, shareIn(view, resource)])) };
  surroundings.set(view, { count: read.length, found });
  return found;
}
/** With how many resources had been read then: as long as it is that many, no further one was. */
const surroundings = new WeakMap<TemplateView, { readonly count: number; readonly found: Surroundings }>();

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
    // App clients share them from version to version, so that they are compared once, however many app clients there are.
    if (answer) surroundings.set(view, { count: before.shares.size, found: before });
  }
  return answer;
}
const compared = new WeakMap<TemplateView, WeakMap<Surroundings, boolean>>();

function compare(view: TemplateView, { outline, shares }: Surroundings): boolean {
  const now = outlineOf(view);
  if (!now || !isSame(now, outline)) return false;
  return [...shares].every(([id, share]) => {
    const resource = view.resources.get(id);
    return resource !== undefined && shareIn(view, resource) === share;
  });
}

function isSame(now: Outline, before: Outline): boolean {
  return (
    now.kind === before.kind &&
    now.names.isLike(before.names) &&
    now.sections.length === before.sections.length &&
    now.sections.every((text, index) => text === before.sections[index])
  );
}

const outlines = new WeakMap<TemplateView, { readonly found: Outline | undefined }>();

function outlineOf(view: TemplateView): Outline | undefined {
  let known = outlines.get(view);
  if (!known) {
    known = { found: sitesIn(view).every(({ piece }) => isOwn(piece)) ? findOutline(view) : undefined };
    outlines.set(view, known);
  }
  return known.found;
}

/** What a stack puts out counts where it may be a secret. */
function findOutline({ template }: TemplateView): Outline {
  const sections = SECTIONS.flatMap((name) => [name, ...template.sectionTexts(name)]);
  const outputs = template.sectionTexts("Outputs").filter((text) => text.includes(SECRET));
  return { kind: template.kind, names: template.resources.names, sections: [...sections, ...outputs] };
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
  return [id, texts, namesOf(piece), part.text.includes(SECRET) ? part.text : ""];
}

const SHARED: ReadonlySet<string> = new Set(["UserPoolId", "SupportedIdentityProviders"]);

/** Of what is not Cognito's only matters what it waits for, and whether it hands a secret on. */
function shareOf({ type, mentions }: Resource, piece: Piece): unknown {
  const isOther = type !== undefined && !type.startsWith("AWS::Cognito::") && !mentions(SECRET);
  return isOther ? namesOf(piece) : piece.part.text;
}

function namesOf(piece: Piece): string[] {
  return [...namesIn(piece)].sort();
}
