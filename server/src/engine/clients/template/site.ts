import { properties as catalogue } from "../../catalogue/properties.ts";
import type { ObjectNode, Span } from "../../document/node.ts";
import type { PoolFacts } from "../pool-facts.ts";
import { coerceObject } from "./coerce.ts";
import { type Scenario, scenariosOf } from "./conditions.ts";
import { conditionsIn, conditionsOf } from "./conditions-used.ts";
import type { Bindings } from "./expression.ts";
import { underExtensions } from "./extensions.ts";
import { factsOf, onPool, poolIdOf } from "./facts.ts";
import { readOnlyProperties } from "./overlay.ts";
import type { Path, Piece } from "./piece.ts";
import { attributeOf, propertiesOf } from "./piece.ts";
import { resolveObject } from "./resolve.ts";
import { conditionOf, type TemplateView } from "./view.ts";

/** An app client's resource in its template, as written. */
export interface Site {
  readonly view: TemplateView;
  /** Logical id. */
  readonly id: string;
  readonly piece: Piece;
  /** Its Properties, as written, but for what is written over elsewhere; `undefined` where there are none. */
  readonly properties: ObjectNode | undefined;
  /** From the file's root to the Properties, or to the resource where it has none. */
  readonly path: Path;
  /** Logical id of its pool, where that stands in the same template. */
  readonly pool: string | undefined;
  /** What belongs to the resource, in the piece's part. */
  readonly extent: Span;
  /** From the root of the piece's part to the resource. */
  readonly within: Path;
  /** Whether other files, macros or `extensions` may add properties: then none is certainly absent. */
  readonly isOpen: boolean;
}

/** One way in which an app client can turn out to be. */
export interface Reading {
  readonly site: Site;
  readonly scenario: Scenario;
  readonly bindings: Bindings;
  /** Properties with functions resolved and values of their members' types; spans are the piece's. */
  readonly root: ObjectNode;
  readonly facts: PoolFacts | undefined;
  /** From a path in `root` to that in the file. */
  origin(path: Path): Path;
}

/** @returns the app clients of a template that can be read; found once. */
export function sitesIn(view: TemplateView): readonly Site[] {
  let found = sites.get(view);
  if (!found) {
    found = findSites(view);
    sites.set(view, found);
  }
  return found;
}
const sites = new WeakMap<TemplateView, readonly Site[]>();

function findSites(view: TemplateView): Site[] {
  return view.resources.ofType("AWS::Cognito::UserPoolClient").flatMap((resource): Site[] => {
    const piece = resource.piece();
    if (piece?.member.value?.kind !== "object") return [];
    const value = attributeOf(piece, "Properties");
    // A macro or another file gives the properties.
    if (value && value.kind !== "object" && !(value.kind === "scalar" && value.value === null)) return [];
    if (piece.member.value.members.some(({ key }) => key.startsWith("Fn::"))) return [];
    const written = propertiesOf(piece);
    const properties = written && underExtensions(written, resource.id, view);
    const pool = poolIdOf(properties?.members.findLast(({ key }) => key === "UserPoolId")?.value, view);
    const path = properties ? [...piece.path, "Properties"] : piece.path;
    const shared = { view, id: resource.id, piece, properties, path, pool };
    const { part } = piece;
    // A slice is all the resource's own; a tree of the whole file is shared with the others.
    const isSlice =
      part.root?.kind === "object" && part.root.members.length === 1 && part.root.members[0] === piece.member;
    const extent = isSlice ? { start: 0, end: part.text.length } : lines(part.text, piece.member.span);
    const within = isSlice ? [resource.id] : piece.path.slice(view.template.prefix.length);
    return [{ ...shared, extent, within, isOpen: isOpen(view, properties) }];
  });
}

function isOpen(view: TemplateView, properties: ObjectNode | undefined): boolean {
  return !view.isPlain || (properties?.members.some(({ key }) => key.startsWith("Fn::")) ?? false);
}

/** A span, drawn out to whole lines, so that comments beside it count. */
function lines(text: string, { start, end }: Span): Span {
  const newline = text.indexOf("\n", end);
  return { start: text.lastIndexOf("\n", start - 1) + 1, end: newline < 0 ? text.length : newline };
}

/**
 * The ways in which an app client can turn out to be: one for each combination of the conditions on which it and the facts of its
 * pool depend. Where they are too many, facts are left out, then functions that depend on conditions.
 */
export function readingsOf(site: Site): Reading[] {
  const own = new Set([...conditionsIn(site.properties), ...ownCondition(site)]);
  const all = new Set([...own, ...conditionsOfPool(site)]);
  const withFacts = scenariosOf(all, site.view);
  if (withFacts) return withFacts.filter((each) => isMade(site, each)).map((each) => readingOf(site, each, true));
  const scenarios = scenariosOf(own, site.view) ?? [{ truths: new Map(), isCertain: true }];
  return scenarios.filter((each) => isMade(site, each)).map((each) => readingOf(site, each, false));
}

/** @param values of parameters that are looked at. */
export function readingOf(
  site: Site,
  scenario: Scenario,
  withFacts: boolean,
  values?: ReadonlyMap<string, string>,
): Reading {
  const bindings: Bindings = { truths: scenario.truths, ...(values && { values }) };
  const object = site.properties ?? {
    kind: "object",
    members: [],
    span: site.piece.member.keySpan,
    flow: true,
    alias: site.piece.member.keySpan,
  };
  const { root, origin } = resolveObject(object, site.view, bindings);
  const coerced = coerceObject(root, catalogue, site.piece.part.text, site.view.template.kind !== "whole");
  const facts =
    withFacts && site.pool !== undefined
      ? factsOf({ view: site.view, client: site.id, pool: site.pool, bindings })
      : undefined;
  return {
    site,
    scenario,
    bindings,
    root: withoutReadOnly(coerced),
    facts,
    origin: (path) => [...site.path, ...origin(path)],
  };
}

/** CloudFormation drops read-only members without a word, so they count for nothing. */
function withoutReadOnly(object: ObjectNode): ObjectNode {
  const members = object.members.filter(({ key }) => !readOnlyProperties.has(key));
  return members.length === object.members.length ? object : { ...object, members };
}

function ownCondition({ piece }: Site): string[] {
  const name = conditionOf(piece);
  return name === undefined ? [] : [name];
}

function isMade({ piece }: Site, { truths }: Scenario): boolean {
  return truths.get(conditionOf(piece) ?? "") !== false;
}

/** Of the pool and of all that gives it something. */
function conditionsOfPool({ view, pool }: Site): string[] {
  if (pool === undefined || !view.isComplete) return [];
  const types = ["UserPoolResourceServer", "UserPoolIdentityProvider", "UserPoolDomain"];
  const others = types.flatMap((type) => onPool(view, `AWS::Cognito::${type}`, pool).certain);
  const styles = view.resources.ofType("AWS::Cognito::ManagedLoginBranding");
  return [view.resources.get(pool), ...others, ...styles].flatMap((resource) => conditionsOf(resource?.piece()));
}
