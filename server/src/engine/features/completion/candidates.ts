import type { StringType, ValueType } from "../../catalogue/entry.ts";
import { adviceFor } from "./advice.ts";
import { besideCursor } from "./beside.ts";
import type { Candidate, ValuePlace } from "./candidate.ts";
import { factValues, isLacking } from "./fact-values.ts";
import { isToken, numberCandidates, unitCandidates } from "./lifetimes.ts";
import { templateValues } from "./template-values.ts";
import { urlValues } from "./url-values.ts";

/** Values for a member (or for an item of its list), best first, without those that are there already. */
export function candidates(place: ValuePlace): Candidate[] {
  const group = ({ last, deprecated }: Candidate) => (last === undefined ? 0 : 2) + (deprecated ? 1 : 0);
  return [...offeredAt(place)].sort((a, b) => group(a) - group(b));
}

/** The same, one by one as they are asked for and not in order. */
export function* offeredAt(place: ValuePlace): Generator<Candidate> {
  const { property, spec, at, facts } = place;
  const type = property.value.type === "list" ? property.value.items : property.value;
  const present = property.value.type === "list" ? besideCursor(spec.list(property.name), at) : undefined;
  const seen = new Set<string | number | boolean>();
  for (const source of [templateValues, factValues, urlValues, () => known(type, place), fromWorkspace])
    for (const candidate of source(place)) {
      const { value } = candidate;
      if (seen.has(value) || (typeof value === "string" && present?.has(value))) continue;
      seen.add(value);
      if (isLacking(property.name, value, facts)) continue;
      const last = candidate.last ?? adviceFor(value, place);
      yield last === undefined ? candidate : { ...candidate, last };
    }
}

function known(type: Exclude<ValueType, { type: "list" }>, { property, spec }: ValuePlace): Candidate[] {
  switch (type.type) {
    case "boolean":
      return [true, false].map((value) => ({
        value,
        documented: false,
        ...(type.default === value && { detail: "default" }),
      }));
    case "integer":
      return numberCandidates(type, spec);
    case "string":
      if (isToken(property.name) && type.values)
        return unitCandidates(
          property.name,
          type.values.map(({ value }) => value),
          spec,
        );
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

function fromWorkspace({ property, context, spec }: ValuePlace): Candidate[] {
  const names = context.workspace;
  // What other specs name is of other pools than the one that a template makes.
  if (!names || spec.target === "resource") return [];
  const of: Readonly<Record<string, readonly string[]>> = {
    UserPoolId: names.poolIds,
    AllowedOAuthScopes: names.scopes,
    SupportedIdentityProviders: names.identityProviders,
    ReadAttributes: names.customAttributes,
    WriteAttributes: names.customAttributes,
  };
  return (of[property.name] ?? []).map((value) => ({ value, documented: false, detail: "used in this workspace" }));
}
