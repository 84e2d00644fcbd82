import type { AppClient } from "../../clients/app-client.ts";
import { contentOfReading } from "../../clients/template/client.ts";
import { readingsOf } from "../../clients/template/site.ts";
import { Spec, specOf } from "../../reading/spec.ts";

/** @returns an app client in each way that it can turn out to be; of a spec there is one. */
export function specsOf(client: AppClient): readonly Spec[] {
  const site = client.scope.template?.site;
  if (!site) return [specOf(client)];
  let found = known.get(client);
  if (!found) {
    found = readingsOf(site).map((reading) => new Spec(contentOfReading(client, reading)));
    known.set(client, found);
  }
  return found;
}
const known = new WeakMap<AppClient, readonly Spec[]>();
