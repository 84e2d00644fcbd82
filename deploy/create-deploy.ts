import { applyPlan } from "./apply.ts";
import { CallError } from "./aws/call-error.ts";
import type { Deploy } from "./deploy.ts";
import { locked } from "./locked.ts";
import type { Plan } from "./plan/plan.ts";
import { liveAt } from "./plan/target.ts";
import { readFacts } from "./pool/facts.ts";
import { listWithKinds } from "./pool/listed.ts";
import { fail, ok, type Result } from "./problem.ts";
import { problemOf } from "./refusals/explain.ts";
import { connect } from "./sign-in/connect.ts";
import { type Connection, type Session, sessionOf } from "./sign-in/connection.ts";
import type { Ports } from "./sign-in/ports.ts";
import { listProfiles } from "./sign-in/profiles.ts";
import { defaultTiming } from "./timing.ts";
import { planBranding } from "./verbs/branding/plan.ts";
import { planCreates } from "./verbs/create/plan.ts";
import { planDelete } from "./verbs/delete/plan.ts";
import type { Outcome } from "./verbs/outcome.ts";
import { resolveNote } from "./verbs/resolve.ts";
import { planSecrets } from "./verbs/secrets/plan.ts";
import { planUpdate } from "./verbs/update/plan.ts";

/** Puts the AWS side together. One for each window or process: it remembers which plans are under way and which are used up. */
export function createDeploy(ports: Ports): Deploy {
  const timing = { ...defaultTiming, ...ports.timing };
  const underWay = new Map<string, Promise<Result<readonly Outcome[]>>>();
  const used = new WeakSet<Plan>();
  return {
    listProfiles: () => listProfiles(ports.env),
    connect: (choice, options = {}) => connect(choice, options, ports, timing),
    listPools: (connection, onPage) => attempt(connection, undefined, (session) => session.gateway().listPools(onPage)),
    listClients: (connection, poolId) =>
      attempt(connection, poolId, (session) => session.gateway(poolId).listClients(poolId)),
    listWithKinds: (connection, poolId) =>
      attempt(connection, poolId, (session) => listWithKinds(session.gateway(poolId), poolId)),
    readFacts: (connection, poolId) => readFacts(sessionOf(connection), poolId),
    plan: async (connection, spec, options = {}) =>
      planCreates(sessionOf(connection), spec, options, await ports.journal.list()),
    planUpdate: async (connection, asked) => planUpdate(sessionOf(connection), asked, await ports.journal.list()),
    planDelete: async (connection, target) => planDelete(sessionOf(connection), target, await ports.journal.list()),
    planSecrets: async (connection, target, action) =>
      planSecrets(sessionOf(connection), target, action, await ports.journal.list()),
    planBranding: async (connection, target) => planBranding(sessionOf(connection), target, await ports.journal.list()),
    readLive: (connection, target) => liveAt(sessionOf(connection), target),
    async describe(connection, poolId, clientId) {
      const live = await liveAt(sessionOf(connection), { poolId, clientId });
      if (!live.ok) return live;
      const { settings, secret, created, changedAt } = live.value;
      return ok({
        clientId,
        settings,
        ...(secret === "unknown" ? {} : { hasSecret: secret === "yes" }),
        ...(created === undefined ? {} : { created }),
        ...(changedAt === undefined ? {} : { changedAt }),
      });
    },

    async apply(plan, options) {
      // The digest says that it is the same plan, so the same kind of outcomes.
      const running = underWay.get(plan.digest) as
        | Promise<Result<readonly Outcome<(typeof plan.changes)[number]>[]>>
        | undefined;
      if (running) return running;
      if (used.has(plan)) {
        return fail({
          kind: "changed",
          message: "This plan was sent already. Nothing was sent again. Make a new plan to do it anew.",
          next: { kind: "plan-again" },
        });
      }
      const send = () => applyPlan(plan, options, ports.journal, timing);
      const run = ports.locks ? locked(ports.locks, plan, send) : send();
      underWay.set(plan.digest, run);
      try {
        const result = await run;
        if (result.ok && result.value.some(({ outcome }) => outcome !== "not-done")) used.add(plan);
        return result;
      } finally {
        underWay.delete(plan.digest);
      }
    },

    pending: () => ports.journal.list(),
    resolvePending: (record, connection) =>
      resolveNote(record, sessionOf(connection), ports.journal, timing.signatureLife),
    dismissPending: (record) => ports.journal.remove(record.id),
  };
}

async function attempt<T>(
  connection: Connection,
  poolId: string | undefined,
  read: (session: Session) => Promise<T>,
): Promise<Result<T>> {
  try {
    return ok(await read(sessionOf(connection)));
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return fail(problemOf(error, { connection, ...(poolId === undefined ? {} : { poolId }) }));
  }
}
