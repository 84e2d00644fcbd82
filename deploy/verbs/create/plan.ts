import { guardOf } from "../../../server/src/guard.ts";
import type { Note } from "../../journal/note.ts";
import { sameJson } from "../../json.ts";
import { assertAccount } from "../../plan/assert-account.ts";
import type { CreateChange, Environment } from "../../plan/change.ts";
import { planDigest } from "../../plan/digest.ts";
import { filledIn } from "../../plan/filled-in.ts";
import type { Plan, PlanOptions } from "../../plan/plan.ts";
import type { SpecSource } from "../../plan/source.ts";
import { findingsOf, stoppedBy, type Wanted, wantedOf } from "../../plan/wanted.ts";
import { type FactsReading, readFacts } from "../../pool/facts.ts";
import { fail, ok, type Result } from "../../problem.ts";
import { withoutSecret } from "../../secrets.ts";
import type { Session } from "../../sign-in/connection.ts";

/**
 * What a create of each app client of a spec would send, where, and by whom. Reads AWS, never writes; the accounts of the
 * environments whose pools they are for are asserted first.
 */
export async function planCreates(
  session: Session,
  source: SpecSource,
  options: PlanOptions,
  pending: readonly Note[],
): Promise<Result<Plan<CreateChange>>> {
  const wanted = wantedOf(source, options);
  if (!wanted.ok) return wanted;
  const guardOfPool = (poolId: string) => guardOf(options.environments ?? [], poolId, options.environment);
  for (const { poolId } of wanted.value) {
    const stranger = assertAccount(session, guardOfPool(poolId));
    if (stranger) return fail(stranger);
  }

  const readings = new Map<string, FactsReading>();
  for (const { poolId } of wanted.value) {
    if (readings.has(poolId)) continue;
    const reading = await (options.readFacts?.(poolId) ?? readFacts(session, poolId));
    if (!reading.ok) return reading;
    readings.set(poolId, reading.value);
  }
  const findings = wanted.value.flatMap((item) => {
    const facts = readings.get(item.poolId)?.facts;
    return options.judge?.(facts) ?? findingsOf(item, options.settings, facts);
  });
  const stopped = stoppedBy(findings, source.name);
  if (stopped) return fail(stopped);

  const changes = wanted.value.flatMap((item) => {
    const reading = readings.get(item.poolId);
    return reading ? [changeOf(item, session, reading, guardOfPool(item.poolId), pending)] : [];
  });
  return ok({
    digest: planDigest(session, session.identity, changes),
    madeAt: new Date().toISOString(),
    profile: session.profile,
    identity: session.identity,
    changes,
    findings,
    stillAsked(current) {
      const again = current && wantedOf(current, options);
      return (
        again?.ok === true &&
        again.value.length === wanted.value.length &&
        // The secrets, too: they are in no digest.
        again.value.every(({ request }, index) => sameJson(request, wanted.value[index]?.request))
      );
    },
    connection: () => session,
  });
}

function changeOf(
  wanted: Wanted,
  session: Session,
  { facts, denied }: FactsReading,
  environment: Environment | undefined,
  pending: readonly Note[],
): CreateChange {
  const { request, poolId, client } = wanted;
  const clientName = String(request["ClientName"]);
  const sameName = facts.clients?.filter(({ name }) => name === clientName);
  const span = client.root?.span ?? { start: 0, end: 0 };
  return {
    verb: "create",
    index: wanted.index,
    several: wanted.several,
    root: wanted.root,
    span: { start: client.base + span.start, end: client.base + span.end },
    where: session.where(poolId),
    poolId,
    ...(facts.poolName === undefined ? {} : { poolName: facts.poolName }),
    ...(environment ? { environment } : {}),
    poolChosen: wanted.poolChosen,
    clientName,
    secret:
      request["ClientSecret"] !== undefined
        ? "from the spec"
        : request["GenerateSecret"] === true
          ? "generated"
          : "none",
    shown: withoutSecret(request),
    filledIn: filledIn(request),
    ...(sameName ? { sameName } : {}),
    pending: pending.filter(
      ({ verb, ...note }) => verb === "create" && note.poolId === poolId && note.clientName === clientName,
    ),
    facts,
    denied,
    request: () => request,
  };
}
