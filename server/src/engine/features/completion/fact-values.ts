import { attributePrefixes } from "../../catalogue/attributes.ts";
import { userScopes } from "../../catalogue/scopes.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import { asPlainMarkdown } from "../hover-facts.ts";
import { besideCursor } from "./beside.ts";
import type { Candidate, ValuePlace } from "./candidate.ts";

/** What the live pool of the spec has, marked as such; for the pool itself, those that are connected. None when nothing is known. */
export function factValues({ property, facts, spec, at, context }: ValuePlace): Candidate[] {
  if (property.name === "UserPoolId")
    // The template says which pool: one that happens to be connected would be a slip.
    return spec.target === "resource"
      ? []
      : [...(context.facts?.values() ?? [])]
          .filter(({ exists }) => exists !== false)
          .map(({ poolId, poolName, source }) => ({
            value: poolId,
            detail: poolName ?? "connected pool",
            documented: false,
            ...(source !== undefined && { documentation: asPlainMarkdown(source) }),
          }));
  if (!facts) return [];
  const detail = `from ${facts.poolName ?? facts.poolId}`;
  const candidate = (value: string, documentation?: string): Candidate => ({
    value,
    detail,
    documented: false,
    ...(documentation && { documentation: asPlainMarkdown(documentation) }),
  });
  switch (property.name) {
    case "AllowedOAuthScopes": {
      const own = (facts.resourceServers ?? []).flatMap(({ identifier, scopes, isSymbolic }) =>
        // As a function it is in template-values.ts.
        isSymbolic ? [] : scopes.map(({ name, description }) => candidate(`${identifier}/${name}`, description)),
      );
      // Without openid nobody signs in, and the other built-in scopes say nothing.
      const signIn = besideCursor(spec.flows, at).has("code", "implicit");
      return signIn && own.length > 0 ? [{ value: "openid", documented: true }, ...own] : own;
    }
    case "SupportedIdentityProviders":
      return facts.identityProviders
        ? [
            candidate("COGNITO"),
            ...facts.identityProviders
              .filter(({ isSymbolic }) => !isSymbolic)
              .map(({ name, type }) => candidate(name, type)),
          ]
        : [];
    case "ReadAttributes":
    case "WriteAttributes":
      // The standard ones every pool has: they follow in their usual order.
      return (facts.attributes ?? [])
        .filter(({ name }) => name.startsWith(attributePrefixes.custom))
        .map(({ name, type }) => candidate(name, type));
    default:
      return [];
  }
}

/** @returns whether the pool is known not to have what a list names: AWS would refuse it. */
export function isLacking(list: string, value: Candidate["value"], facts: PoolFacts | undefined): boolean {
  if (!facts || typeof value !== "string") return false;
  const { resourceServers, identityProviders, attributes } = facts;
  switch (list) {
    case "AllowedOAuthScopes":
      return (
        resourceServers !== undefined &&
        !(userScopes as readonly string[]).includes(value) &&
        !resourceServers.some(({ identifier, scopes }) => scopes.some(({ name }) => `${identifier}/${name}` === value))
      );
    case "SupportedIdentityProviders":
      return (
        identityProviders !== undefined && value !== "COGNITO" && !identityProviders.some(({ name }) => name === value)
      );
    case "ReadAttributes":
      return attributes !== undefined && !attributes.some(({ name }) => name === value);
    case "WriteAttributes":
      return attributes !== undefined && !attributes.some(({ name, mutable }) => name === value && mutable !== false);
    default:
      return false;
  }
}
