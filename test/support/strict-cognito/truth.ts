import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import type { Knobs } from "./knobs.ts";
import { answerOf } from "./normal-form.ts";
import { updated } from "./omitted.ts";
import type { JsonObject } from "./wire.ts";
import type { AppClient, Pool, World } from "./world.ts";

/** What tests look at and do behind the API's back. */

export function appClientAt({ pools }: World, clientId: string): { pool: Pool; appClient: AppClient } | undefined {
  for (const pool of pools.values()) {
    const appClient = pool.appClients.get(clientId);
    if (appClient) return { pool, appClient };
  }
  return undefined;
}

/** An app client as the SDK would give it to somebody whom nothing is hidden from. */
export function described(pool: Pool, appClient: AppClient, knobs: Knobs): UserPoolClientType {
  const { CreationDate: _created, LastModifiedDate: _modified, ...rest } = answerOf(pool, appClient, knobs);
  const { created, modified } = appClient;
  const dates = knobs.dates ? { CreationDate: new Date(created), LastModifiedDate: new Date(modified) } : {};
  return { ...(rest as UserPoolClientType), ...dates };
}

/** @throws when there is no such app client */
export function changeBehind(world: World, knobs: Knobs, clientId: string, members: JsonObject): void {
  const found = appClientAt(world, clientId);
  if (!found) throw new Error(`there is no app client ${clientId}`);
  const { appClient } = found;
  const stay = Object.entries(appClient.settings).filter(([name]) => members[name] !== null);
  appClient.settings = updated(Object.fromEntries(stay), members, "kept");
  appClient.modified = knobs.clock();
}
