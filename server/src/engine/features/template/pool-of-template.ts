import type { AppClient } from "../../clients/app-client.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import { readingsOf } from "../../clients/template/site.ts";
import { poolOf } from "../../lint/check.ts";
import type { Context } from "../context.ts";

/** @returns what is known of an app client's pool, from AWS or else from its template: of the first scenario that tells. */
export function knownPoolOf(client: AppClient, context: Context): PoolFacts | undefined {
  const live = poolOf(client, context);
  if (live || !client.scope.template) return live;
  const known = memo.get(client);
  if (known) return known.facts;
  const facts = readingsOf(client.scope.template.site).find((reading) => reading.facts)?.facts;
  memo.set(client, { facts });
  return facts;
}
const memo = new WeakMap<AppClient, { readonly facts: PoolFacts | undefined }>();
