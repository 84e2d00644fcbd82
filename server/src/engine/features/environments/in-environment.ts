import type { AppClient } from "../../clients/app-client.ts";
import type { Finding } from "../../lint/finding.ts";
import { specOf } from "../../reading/spec.ts";
import { findingsIn } from "../check.ts";
import type { CheckContext } from "../check-context.ts";
import type { Target } from "./linked.ts";
import { existsIn, mergedRequest, type PlainObject } from "./merged.ts";
import { baseRequest, findingsOf, idOf, linkedPool, type MergedFinding, mergedFindings } from "./merged-findings.ts";

/** What an app client has wrong in one environment. */
export interface InEnvironment {
  /** Its own findings, in the spec's offsets, without those that the environment mends (a pool, a member that `set` replaces). */
  readonly own: readonly Finding[];
  /** What only the merged request has wrong, in the environments file's offsets. */
  readonly merged: readonly MergedFinding[];
}

/** The merged request of an environment, judged; what stands in the spec is told there, the rest in the environments file. */
export function findingsInEnvironment(client: AppClient, target: Target, context: CheckContext): InEnvironment {
  const { environment, link } = target;
  const pool = environment.pool === undefined ? undefined : context.facts?.get(environment.pool);
  const exists = existsIn(client, link);
  const judged = { settings: context.settings, chosenPool: linkedPool(pool, link), exists };
  const ids = (request: PlainObject) => new Set(findingsOf(request, judged).map(idOf));
  const [base, merged] = [ids(baseRequest(client)), ids(mergedRequest(client, environment, link))];
  const depth = client.path.length + specOf(client).path.length;
  const mended = (finding: Finding) => {
    const id = idOf({ ...finding, path: finding.path.slice(depth) });
    return base.has(id) && !merged.has(id);
  };
  return {
    own: findingsIn(client, { ...context, chosenPool: pool, exists }).filter((finding) => !mended(finding)),
    // What the spec has wrong in this very pool is told in the spec.
    merged: mergedFindings(client, target, context).filter(({ id }) => !base.has(id)),
  };
}
