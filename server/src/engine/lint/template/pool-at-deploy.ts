import type { PoolFacts } from "../../clients/pool-facts.ts";

/**
 * What the pool will have when the app client is made: what AWS says of it now, and what the same deploy adds. What is known of
 * both is AWS's word, apart from what the template sets anew.
 */
export function poolAtDeploy(live: PoolFacts | undefined, own: PoolFacts | undefined): PoolFacts | undefined {
  if (!live || !own || live.exists === false) return live ?? own;
  const { domain, tier, triggers, managedLoginVersion, isBranded } = own;
  return {
    ...live,
    ...(live.resourceServers && { resourceServers: [...live.resourceServers, ...(own.resourceServers ?? [])] }),
    ...(live.identityProviders && { identityProviders: [...live.identityProviders, ...(own.identityProviders ?? [])] }),
    ...(live.attributes && { attributes: added(live.attributes, own.attributes ?? []) }),
    ...(domain != null && { domain }),
    ...(tier && { tier }),
    ...(triggers && { triggers }),
    ...(managedLoginVersion && { managedLoginVersion }),
    ...(isBranded !== undefined && { isBranded }),
  };
}

function added<T extends { readonly name: string }>(live: readonly T[], own: readonly T[]): T[] {
  const names = new Set(live.map(({ name }) => name));
  return [...live, ...own.filter(({ name }) => !names.has(name))];
}
