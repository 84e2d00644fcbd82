import type { PoolFacts, Settings } from "../../../server/src/engine/index.ts";
import { updateSettings } from "../../../server/src/engine/index.ts";
import { CallError } from "../../aws/call-error.ts";
import type { Note } from "../../journal/note.ts";
import { type JsonObject, sameJson } from "../../json.ts";
import { assertAccount } from "../../plan/assert-account.ts";
import type { Environment, UpdateChange } from "../../plan/change.ts";
import { planDigest } from "../../plan/digest.ts";
import { overlay } from "../../plan/overlay.ts";
import type { Plan, PlanHelp } from "../../plan/plan.ts";
import { isPoolDefault } from "../../plan/pool-default.ts";
import { type Merged, mergedRequest } from "../../plan/request-of.ts";
import { type Immovable, settingChanges, undeclaredOf } from "../../plan/setting-change.ts";
import type { SpecSource } from "../../plan/source.ts";
import type { Target } from "../../plan/target.ts";
import { specProblem, stoppedBy } from "../../plan/wanted.ts";
import { type FactsReading, readFacts } from "../../pool/facts.ts";
import { type Live, readLive } from "../../pool/live.ts";
import { fail, ok, type Result } from "../../problem.ts";
import { problemOf } from "../../refusals/explain.ts";
import type { Session } from "../../sign-in/connection.ts";

/** Which app client shall become what. */
export interface UpdateAsked extends PlanHelp, Pick<Target, "alsoIn"> {
  readonly source: SpecSource;
  /** Zero-based place in the file. Default: the first. */
  readonly index?: number;
  /** The id that an environment links. Default: the spec's own ClientId. */
  readonly clientId?: string;
  readonly environment?: Environment;
  /** The environment's merge patch on the request (RFC 7396). */
  readonly set?: JsonObject;
  /** Members to set back to their default. */
  readonly setBack?: readonly string[];
  readonly settings?: Settings;
  /** What rules object to stops nothing: AWS has it so. Such a plan is never sent. */
  readonly compareOnly?: true;
}

/** What an update of one app client would change. Reads AWS, never writes. */
export async function planUpdate(
  session: Session,
  asked: UpdateAsked,
  notes: readonly Note[],
): Promise<Result<Plan<UpdateChange>>> {
  const stranger = assertAccount(session, asked.environment);
  if (stranger) return fail(stranger);
  const merged = mergedRequest(asked.source, asked.index ?? 0, asked.set);
  if (!merged.ok) return merged;
  const target = targetOf(merged.value.request, asked);
  if (!target.ok) return target;
  const { poolId, clientId } = target.value;

  const [facts, live] = await Promise.all([
    asked.readFacts?.(poolId) ?? readFacts(session, poolId),
    readLive(session.gateway(poolId), poolId, clientId).catch((error: unknown) => {
      if (error instanceof CallError) return error;
      throw error;
    }),
  ]);
  if (!facts.ok) return facts;
  const { alsoIn = [] } = asked;
  if (live instanceof CallError) return fail(problemOf(live, { connection: session, poolId, clientId, alsoIn }));
  if (live.unknownMembers.length > 0) return fail(wouldBeLost(live));
  // No double of itself, and no further one, whether its spec says the id or a link does.
  const pool: PoolFacts = { ...facts.value.facts, itself: [clientId] };
  const findings = asked.judge?.(pool) ?? merged.value.findings(asked.settings, pool);
  const stopped = stoppedBy(findings, asked.source.name);
  if (stopped && !asked.compareOnly) return fail(stopped);

  const change = changeOf({ session, asked, merged: merged.value, poolId, live, reading: facts.value, notes });
  return ok({
    digest: planDigest(session, session.identity, [change]),
    madeAt: new Date().toISOString(),
    profile: session.profile,
    identity: session.identity,
    changes: [change],
    findings,
    stillAsked(current) {
      const again = current && mergedRequest(current, asked.index ?? 0, asked.set);
      return !asked.compareOnly && again?.ok === true && sameJson(again.value.request, merged.value.request);
    },
    connection: () => session,
  });
}

function targetOf(request: JsonObject, asked: UpdateAsked): Result<{ poolId: string; clientId: string }> {
  const { source, environment } = asked;
  const [named, own] = [request["UserPoolId"], request["ClientId"]];
  const poolId = named ?? environment?.pool;
  const clientId = asked.clientId ?? own;
  if (typeof clientId !== "string" || !/^[\w+]{1,128}$/.test(clientId))
    return fail(specProblem(`${source.name} names no app client: link it to the id that it has in AWS.`));
  if (typeof poolId !== "string" || !/^[\w-]+_[0-9a-zA-Z]+$/.test(poolId))
    return fail(specProblem(`${source.name} names no user pool. Say in which one the app client ${clientId} is.`));
  if (environment?.pool !== undefined && poolId !== environment.pool)
    return fail(
      specProblem(
        `${source.name} is for the user pool ${poolId}, and ${environment.name} for ${environment.pool}. Nothing moves an app client to another pool: correct one of them.`,
      ),
    );
  if (asked.clientId !== undefined && own !== undefined && own !== asked.clientId)
    return fail(
      specProblem(
        `${source.name} has the ClientId ${String(own)}, and it is linked to ${asked.clientId}. Correct one of them.`,
      ),
    );
  return ok({ poolId, clientId });
}

interface Parts {
  readonly session: Session;
  readonly asked: UpdateAsked;
  readonly merged: Merged;
  readonly poolId: string;
  readonly live: Live;
  readonly reading: FactsReading;
  readonly notes: readonly Note[];
}

function changeOf({ session, asked, merged, poolId, live, reading, notes }: Parts): UpdateChange {
  const { facts, denied } = reading;
  const { environment, setBack = [] } = asked;
  const { wanted, declared } = overlay(live.settings, merged.request, setBack);
  const { settings, byOmission } = updateSettings(live.settings, wanted);
  const { clientId, clientName } = live;
  const { index, several, root, span } = merged;
  return {
    verb: "update",
    where: session.where(poolId),
    poolId,
    ...(facts.poolName === undefined ? {} : { poolName: facts.poolName }),
    clientName,
    clientId,
    ...(environment ? { environment } : {}),
    index,
    several,
    root,
    span,
    live,
    wanted,
    changes: settingChanges(live.settings, wanted, environment?.protected === true),
    undeclared: undeclaredOf(live.settings, [...declared, ...setBack], isPoolDefault(facts)),
    immovable: immovableOf(merged.request, live),
    byOmission,
    shown: { UserPoolId: poolId, ClientId: clientId, ...(settings as JsonObject) },
    pending: notes.filter((note) => note.poolId === poolId && note.clientId === clientId),
    facts,
    denied,
  };
}

function immovableOf(request: JsonObject, live: Live): Immovable[] {
  const asksForSecret = request["ClientSecret"] !== undefined || request["GenerateSecret"] === true;
  const says = asksForSecret || request["GenerateSecret"] === false;
  if (!says || live.secret === "unknown" || asksForSecret === (live.secret === "yes")) return [];
  return [
    {
      path: ["GenerateSecret"],
      live: live.secret === "yes",
      wanted: asksForSecret,
      instead:
        "Whether an app client has a secret is settled when it is created. Create a new one, switch to it, then delete this one.",
    },
  ];
}

function wouldBeLost({ clientId, unknownMembers }: Live) {
  const names = unknownMembers.join(", ");
  const message = `The app client ${clientId} has ${names}, which this version does not know: an update would leave it out, and AWS might reset it. Nothing was sent. Install a newer version.`;
  return { kind: "refused", message, next: { kind: "none" } } as const;
}
