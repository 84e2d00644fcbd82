import { differences as settingsDiffer } from "../../server/src/engine/index.ts";
import type { DescribedClient } from "../aws/answers.ts";
import type { Json, JsonObject } from "../json.ts";

export interface Difference {
  readonly path: readonly string[];
  /** What the request says (or what its absence means). */
  readonly asked: Json | undefined;
  readonly found: Json | undefined;
}

/**
 * What differs between a create request and what AWS has, apart from how AWS writes things down (the catalogue's
 * `normalForm`). A spec's secret is not compared here; it never gets here: only whether there is one.
 */
export function differences(
  request: JsonObject,
  client: Pick<DescribedClient, "settings"> & { readonly hasSecret?: boolean },
): Difference[] {
  const asked = request["GenerateSecret"] === true || request["ClientSecret"] !== undefined;
  const { hasSecret: found } = client;
  // Not known is no difference.
  const secret = found === undefined || asked === found ? [] : [{ path: ["GenerateSecret"], asked, found }];
  return [
    ...settingsDiffer(client.settings, request).map(({ path, live, wanted }) => ({ path, asked: wanted, found: live })),
    ...secret,
  ];
}
