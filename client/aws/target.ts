import * as vscode from "vscode";
import type { Connection, PoolSummary } from "../../deploy/index.ts";
import type { Extension } from "../start.ts";
import { choosePool, isProblem } from "./choose-pool.ts";
import { chooseProfile, rememberProfile } from "./choose-profile.ts";
import type { Aws } from "./load.ts";
import { wait } from "./patience.ts";
import { showProblem } from "./problem.ts";

/** Who acts, and on which pool. */
export interface Target {
  readonly connection: Connection;
  /** Set when the user chose it; absent when the spec names its pools. */
  readonly chosen?: PoolSummary;
}

export interface TargetQuestion {
  readonly title: string;
  /** Steps that follow, for "1/3". */
  readonly stepsAfter: number;
  /** A pool that is known beforehand: its id gives the region, and it is not asked for… */
  readonly poolId?: string;
  /** …unless some app client names none. */
  readonly askForPool: boolean;
}

/**
 * The first steps of the multi-step quick pick: profile, then pool where it must be asked for. A problem is shown once, with its
 * next step; *Retry* keeps the profile that was chosen. `undefined`: dismissed.
 */
export async function chooseTarget(
  aws: Aws,
  { context, log }: Extension,
  question: TargetQuestion,
): Promise<Target | undefined> {
  const { title, poolId, askForPool, stepsAfter } = question;
  const steps = { title, totalSteps: 1 + Number(askForPool) + stepsAfter };
  for (;;) {
    const profile = await chooseProfile(aws, context.globalState, { ...steps, step: 1 }, (problem) =>
      showProblem(problem, log),
    );
    if (profile.kind !== "picked") return undefined;
    let connection: Connection | undefined;
    let reaction: string | undefined = "retry";
    while (!connection && reaction === "retry") {
      const title = vscode.l10n.t("Getting the credentials of {0}…", profile.value.label);
      const connected = await wait(title, aws.connect(profile.value.choice, poolId === undefined ? {} : { poolId }));
      if (!connected) return undefined;
      if (connected.ok) connection = connected.value;
      else reaction = await showProblem(connected.problem, log);
    }
    if (!connection) {
      if (reaction === "choose-profile") continue;
      return undefined;
    }
    await rememberProfile(profile.value, context.globalState);
    if (!askForPool) return { connection };
    const pool = await choosePool(aws, connection, { ...steps, step: 2 });
    if (pool.kind === "dismissed") return undefined;
    if (pool.kind === "back") continue;
    if (!isProblem(pool.value)) return { connection, chosen: pool.value };
    const wanted = await showProblem(pool.value, log);
    if (wanted === undefined) return undefined;
  }
}
