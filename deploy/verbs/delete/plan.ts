import type { Note } from "../../journal/note.ts";
import { assertAccount } from "../../plan/assert-account.ts";
import type { DeleteChange } from "../../plan/change.ts";
import { minimalSpec } from "../../plan/minimal-spec.ts";
import type { Plan } from "../../plan/plan.ts";
import { liveAt, ofLive, planOf, type Target } from "../../plan/target.ts";
import { readFacts } from "../../pool/facts.ts";
import { fail, ok, type Result } from "../../problem.ts";
import type { Session } from "../../sign-in/connection.ts";

/** Names of app clients that OpenSearch and Elasticsearch domains make for themselves. */
const MADE_BY_AWS = /^(?:AmazonOpenSearchService|AWSElasticsearch)-/;

/** What a delete would end. Reads AWS, never writes. */
export async function planDelete(
  session: Session,
  target: Target,
  notes: readonly Note[],
): Promise<Result<Plan<DeleteChange>>> {
  const stranger = assertAccount(session, target.environment);
  if (stranger) return fail(stranger);
  const { poolId, clientId } = target;
  const [live, reading] = await Promise.all([liveAt(session, target), readFacts(session, poolId)]);
  if (!live.ok) return live;
  if (!reading.ok) return reading;
  const { clients, poolName } = reading.value.facts;
  return ok(
    planOf(session, {
      verb: "delete",
      ...ofLive(session, target, live.value, notes),
      ...(poolName === undefined ? {} : { poolName }),
      ...(clients ? { last: clients.every(({ id }) => id === clientId) } : {}),
      madeByAws: MADE_BY_AWS.test(live.value.clientName),
      wayBack: minimalSpec(poolId, live.value),
      shown: { UserPoolId: poolId, ClientId: clientId },
    }),
  );
}
