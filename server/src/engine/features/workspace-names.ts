import { attributePrefixes } from "../catalogue/attributes.ts";
import { identityProviders } from "../catalogue/providers.ts";
import { builtInScopes } from "../catalogue/scopes.ts";
import { clientsIn } from "../clients/clients-in.ts";
import { dialectOf } from "../document/dialect.ts";
import { parseSpec } from "../document/parse.ts";
import { isQuotable } from "../lint/quotable.ts";
import { itemsOf } from "../reading/lists.ts";
import { specOf } from "../reading/spec.ts";
import type { WorkspaceNames } from "./context.ts";

/** Reads the names that specs use, so that others are offered the same ones. What every pool has is left out. */
export function namesIn(
  specs: readonly { readonly uri: string; readonly languageId: string; readonly text: string }[],
): WorkspaceNames {
  const poolIds = new Set<string>();
  const scopes = new Set<string>();
  const providers = new Set<string>();
  const customAttributes = new Set<string>();
  for (const { uri, languageId, text } of specs) {
    for (const client of clientsIn(parseSpec(text, dialectOf(uri, languageId, text)))) {
      const { part } = client;
      const spec = specOf(client);
      const pool = spec.string("UserPoolId");
      // One file's secret, in whatever place, is not offered in another.
      const items = (list: Parameters<typeof itemsOf>[0]) =>
        itemsOf(list).filter(({ value }) => isQuotable(part, value));
      if (pool.state === "known" && isQuotable(part, pool.value)) poolIds.add(pool.value);
      for (const { value } of items(spec.scopes)) if (!builtIn.has(value) && value.includes("/")) scopes.add(value);
      for (const { value } of items(spec.list("SupportedIdentityProviders")))
        if (!everybodys.has(value)) providers.add(value);
      for (const list of ["ReadAttributes", "WriteAttributes"]) {
        for (const { value } of items(spec.list(list)))
          if (value.startsWith(attributePrefixes.custom)) customAttributes.add(value);
      }
    }
  }
  const sorted = (names: ReadonlySet<string>) => [...names].sort();
  return {
    poolIds: sorted(poolIds),
    scopes: sorted(scopes),
    identityProviders: sorted(providers),
    customAttributes: sorted(customAttributes),
  };
}

const builtIn: ReadonlySet<string> = new Set(builtInScopes.map(({ value }) => value));
const everybodys: ReadonlySet<string> = new Set(identityProviders.map(({ value }) => value));
