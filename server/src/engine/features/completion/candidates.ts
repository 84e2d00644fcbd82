import type { IntegerType, Property, StringType, TokenUnit, ValueType } from "../../catalogue/entry.ts";
import { unitSeconds } from "../../catalogue/entry.ts";
import type { PoolFacts } from "../../reading/facts.ts";
import { itemsOf } from "../../reading/lists.ts";
import type { Spec, Token } from "../../reading/spec.ts";
import type { Context } from "../context.ts";
import { durationText } from "../duration.ts";
import { adviceFor } from "./advice.ts";
import { factValues } from "./fact-values.ts";
import { urlValues } from "./url-values.ts";

/** A value worth offering, before anybody knows how it will be written. */
export interface Candidate {
  readonly value: string | number | boolean;
  readonly detail?: string;
  readonly documentation?: string;
  /** Whether the catalogue has a text for it. */
  readonly documented: boolean;
  readonly deprecated?: boolean;
  /** What a rule would object to; such values come last. */
  readonly last?: string;
}

export interface ValuePlace {
  readonly spec: Spec;
  readonly property: Property;
  /** Strings of the list that the value joins, the one at the cursor left out. */
  readonly present: readonly string[];
  readonly context: Context;
  readonly facts: PoolFacts | undefined;
}

/** Values for a member (or for an item of its list), best first, without those that are there already. */
export function candidates(place: ValuePlace): Candidate[] {
  const { property, present } = place;
  const type = property.value.type === "list" ? property.value.items : property.value;
  const seen = new Set<string | number | boolean>(present);
  const all = [...known(type, place), ...urlValues(place), ...factValues(place), ...fromWorkspace(place)];
  const advised: Candidate[] = [];
  for (const candidate of all) {
    if (seen.has(candidate.value)) continue;
    seen.add(candidate.value);
    const last =
      typeof candidate.value === "string" ? adviceFor(property.name, candidate.value, place.spec) : undefined;
    advised.push(last === undefined ? candidate : { ...candidate, last });
  }
  return advised;
}

function known(type: Exclude<ValueType, { type: "list" }>, place: ValuePlace): Candidate[] {
  switch (type.type) {
    case "boolean":
      return [true, false].map((value) => ({
        value,
        documented: false,
        ...(type.default === value && { detail: "default" }),
      }));
    case "integer":
      return numbers(type, place);
    case "string":
      return strings(type);
    case "object":
      return [];
  }
}

function strings(type: StringType): Candidate[] {
  return [...(type.values ?? []), ...(type.suggestions ?? [])].map(({ value, deprecated }) => ({
    value,
    documented: true,
    ...(deprecated !== undefined && { deprecated: true, detail: "deprecated" }),
  }));
}

/** Numbers with what they mean in the unit that counts: `60` → `1 hour`. */
function numbers(type: IntegerType, { spec, property }: ValuePlace): Candidate[] {
  const token = typeof type.unit === "object" ? (type.unit.member as Token) : undefined;
  const unit = token ? unitWhileTyping(spec, token) : typeof type.unit === "string" ? type.unit : undefined;
  const perUnit = unit ? unitSeconds[unit] : undefined;
  const offered =
    token && perUnit !== undefined
      ? lifetimes[token].filter((seconds) => seconds % perUnit === 0).map((seconds) => seconds / perUnit)
      : (type.suggestions ?? []);
  return offered
    .filter((value) => value >= type.minimum && value <= type.maximum)
    .map((value) => ({
      value,
      documented: false,
      ...(perUnit !== undefined && {
        detail: value === 0 && property.name === "RefreshTokenValidity" ? "30 days" : durationText(value * perUnit),
      }),
    }));
}

/** While the document is half typed an absent unit is in doubt for the rules, but most likely just absent. */
function unitWhileTyping(spec: Spec, token: Token): TokenUnit | undefined {
  const { unit } = spec.lifetime(token);
  if (unit !== undefined || spec.nested("TokenValidityUnits").has(token)) return unit;
  return token === "RefreshToken" ? "days" : "hours";
}

/** Lifetimes that people choose, in seconds, the usual one first. */
const lifetimes: Readonly<Record<Token, readonly number[]>> = {
  AccessToken: [3600, 900, 1800, 300, 7200, 14_400, 28_800, 43_200, 86_400],
  IdToken: [3600, 900, 1800, 300, 7200, 14_400, 28_800, 43_200, 86_400],
  RefreshToken: [2_592_000, 604_800, 86_400, 28_800, 3600, 7_776_000, 31_536_000],
};

function fromWorkspace({ property, context }: ValuePlace): Candidate[] {
  const names = context.workspace;
  if (!names) return [];
  const of: Readonly<Record<string, readonly string[]>> = {
    UserPoolId: names.poolIds,
    AllowedOAuthScopes: names.scopes,
    SupportedIdentityProviders: names.identityProviders,
    ReadAttributes: names.customAttributes,
    WriteAttributes: names.customAttributes,
  };
  return (of[property.name] ?? []).map((value) => ({ value, documented: false, detail: "used in this workspace" }));
}

/** Strings already in a list, without the one whose span touches the cursor. */
export function presentItems(spec: Spec, name: string, at: number): string[] {
  return itemsOf(spec.list(name))
    .filter(({ node }) => !(node.span.start <= at && at <= node.span.end))
    .map(({ value }) => value);
}
