import { applyPlan } from "./apply.ts";
import { CallError } from "./aws/call-error.ts";
import { problemOf } from "./call-problem.ts";
import { connect } from "./connect.ts";
import type { Deploy } from "./deploy.ts";
import { readFacts } from "./facts.ts";
import { resolvePending } from "./pending.ts";
import { makePlan } from "./plan.ts";
import { fail, ok, type Result } from "./problem.ts";
import { listProfiles } from "./profiles.ts";
import { defaultTiming } from "./timing.ts";
import type { Connection, Outcome, Plan, Ports } from "./types.ts";

/** Puts the AWS side together. One for each window or process: it remembers which plans are under way and which are used up. */
export function createDeploy(ports: Ports): Deploy {
  const timing = { ...defaultTiming, ...ports.timing };
  const underWay = new Map<string, Promise<Result<readonly Outcome[]>>>();
  const used = new WeakSet<Plan>();
  return {
    listProfiles: () => listProfiles(ports.env),
    connect: (choice, options = {}) => connect(choice, options, ports, timing),
    listPools: (connection, onPage) => attempt(connection, undefined, () => connection.gateway().listPools(onPage)),
    readFacts,
    plan: async (connection, spec, options = {}) => makePlan(connection, spec, options, await ports.journal.list()),
    describe: (connection, poolId, clientId) =>
      attempt(connection, poolId, async () => {
        const {
          clientId: id,
          hasSecret,
          created,
          settings,
          forgetSecret,
        } = await connection.gateway(poolId).describeClient(poolId, clientId);
        forgetSecret();
        return { clientId: id, hasSecret, ...(created === undefined ? {} : { created }), settings };
      }),

    async apply(plan, options) {
      const running = underWay.get(plan.digest);
      if (running) return running;
      if (used.has(plan)) {
        return fail({
          kind: "changed",
          message: "This plan was sent already. Nothing was sent again. Make a new plan to create another app client.",
          next: { kind: "plan-again" },
        });
      }
      const run = applyPlan(plan, options, ports.journal, timing);
      underWay.set(plan.digest, run);
      try {
        const result = await run;
        if (result.ok && result.value.some(({ outcome }) => outcome !== "not-created")) used.add(plan);
        return result;
      } finally {
        underWay.delete(plan.digest);
      }
    },

    pending: () => ports.journal.list(),
    resolvePending: (record, connection) => resolvePending(record, connection, ports.journal, timing.signatureLife),
    dismissPending: (record) => ports.journal.remove(record.id),
  };
}

async function attempt<T>(
  connection: Connection,
  poolId: string | undefined,
  read: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return ok(await read());
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return fail(problemOf(error, { connection, ...(poolId === undefined ? {} : { poolId }) }));
  }
}
