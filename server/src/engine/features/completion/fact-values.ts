import { asPlainMarkdown } from "../hover-facts.ts";
import type { Candidate, ValuePlace } from "./candidates.ts";

/** Names of the live pool that the spec is for, marked as such. None when nothing is known. */
export function factValues({ property, facts }: ValuePlace): Candidate[] {
  if (!facts) return [];
  const detail = `from ${facts.poolName ?? facts.poolId}`;
  const candidate = (value: string, documentation?: string): Candidate => ({
    value,
    detail,
    documented: false,
    ...(documentation && { documentation: asPlainMarkdown(documentation) }),
  });
  switch (property.name) {
    case "AllowedOAuthScopes":
      return (facts.resourceServers ?? []).flatMap(({ identifier, scopes }) =>
        scopes.map(({ name, description }) => candidate(`${identifier}/${name}`, description)),
      );
    case "SupportedIdentityProviders":
      return (facts.identityProviders ?? []).map(({ name, type }) => candidate(name, type));
    case "ReadAttributes":
      return (facts.attributes ?? [])
        .filter(({ name }) => !name.startsWith("dev:"))
        .map(({ name, type }) => candidate(name, type));
    case "WriteAttributes":
      return (facts.attributes ?? [])
        .filter(({ name, mutable }) => !name.startsWith("dev:") && mutable !== false)
        .map(({ name, type }) => candidate(name, type));
    case "UserPoolId":
      return [candidate(facts.poolId, facts.poolName)];
    default:
      return [];
  }
}
