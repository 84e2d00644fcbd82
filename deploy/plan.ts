import { randomUUID } from "node:crypto";
import type { PlanOptions } from "./deploy.ts";
import { digestOf } from "./digest.ts";
import { readFacts } from "./facts.ts";
import { filledIn } from "./filled-in.ts";
import { fail, ok, type Result } from "./problem.ts";
import { withoutSecret } from "./secrets.ts";
import type { Connection, FactsReading, Identity, Json, PendingCreate, Plan, PlanItem, SpecSource } from "./types.ts";
import { findingsOf, stoppedBy, type Wanted, wantedOf } from "./wanted.ts";

/** What would be sent, where, and by whom. Reads AWS, never writes. */
export async function makePlan(
  connection: Connection,
  source: SpecSource,
  options: PlanOptions,
  pending: readonly PendingCreate[],
): Promise<Result<Plan>> {
  const wanted = wantedOf(source, options);
  if (!wanted.ok) return wanted;

  const readings = new Map<string, FactsReading>();
  for (const { poolId } of wanted.value) {
    if (readings.has(poolId)) continue;
    const reading = await readFacts(connection, poolId);
    if (!reading.ok) return reading;
    readings.set(poolId, reading.value);
  }
  const findings = wanted.value.flatMap((item) => findingsOf(item, options.settings, readings.get(item.poolId)?.facts));
  const stopped = stoppedBy(findings, source.name);
  if (stopped) return fail(stopped);

  const items = wanted.value.flatMap((item) => {
    const reading = readings.get(item.poolId);
    return reading ? [planItem(item, connection, reading, pending)] : [];
  });
  return ok({
    id: randomUUID(),
    digest: planDigest(connection, connection.identity, wanted.value),
    profile: connection.profile,
    identity: connection.identity,
    items,
    findings,
    options,
    connection: () => connection,
  });
}

function planItem(
  wanted: Wanted,
  connection: Connection,
  { facts, denied }: FactsReading,
  pending: readonly PendingCreate[],
): PlanItem {
  const { request, poolId, unit } = wanted;
  const clientName = String(request["ClientName"]);
  const sameName = facts.clients?.filter(({ name }) => name === clientName);
  const span = unit.part.root?.span ?? { start: 0, end: 0 };
  return {
    index: wanted.index,
    several: wanted.several,
    root: wanted.root,
    span: { start: unit.base + span.start, end: unit.base + span.end },
    where: connection.where(poolId),
    poolId,
    ...(facts.poolName === undefined ? {} : { poolName: facts.poolName }),
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
    pending: pending.filter((record) => record.poolId === poolId && record.clientName === clientName),
    facts,
    denied,
    request: () => request,
  };
}

/** Over each request (without secrets) and over who would send it, where. */
export function planDigest(
  connection: Connection,
  identity: Identity,
  wanted: readonly Pick<Wanted, "request" | "poolId">[],
): string {
  return digestOf({
    profile: connection.profile.label,
    kind: connection.profile.choice.kind,
    account: identity.accountId ?? null,
    caller: stableCaller(identity.callerArn) ?? null,
    requests: wanted.map(({ request, poolId }): Json => {
      const { region, endpoint } = connection.where(poolId);
      return { region, endpoint: endpoint ?? null, request: withoutSecret(request) };
    }),
  });
}

/** Without the session name of an assumed role, which changes when a session is renewed. */
function stableCaller(arn: string | undefined): string | undefined {
  return arn?.replace(/(:assumed-role\/[^/]+)\/.*$/s, "$1");
}
