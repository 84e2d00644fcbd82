import * as vscode from "vscode";
import type { Connection, PoolSummary } from "../../deploy/index.ts";
import type { Aws } from "../aws/load.ts";
import type { Tell } from "../aws/problem.ts";
import { choosePool, isProblem } from "./choose-pool.ts";
import { chooseProfile, rememberProfile } from "./choose-profile.ts";
import { wait } from "./patience.ts";

/** Who acts, and on which pool. */
export interface Target {
  readonly connection: Connection;
  /** Set when the user chose it; absent when the spec names its pools. */
  readonly chosen?: PoolSummary;
}

export interface TargetQuestion {
  readonly title: string;
  /** Asks for the profile: `Choose the AWS profile that reads the pool`. */
  readonly whoActs: string;
  /** Steps that follow, for "1/3". */
  readonly stepsAfter: number;
  /** A pool that is known beforehand: its id gives the region, and it is not asked for… */
  readonly poolId?: string;
  /** …unless some app client names none. */
  readonly askForPool: boolean;
  /** What the profile is remembered for, beside being the last one: an environment. Enter alone then takes none. */
  readonly purpose?: string;
  readonly tell: Tell;
}

/**
 * The first steps of the multi-step quick pick: profile, then pool where it must be asked for. A problem is shown once, with its
 * next step; *Retry* keeps the profile that was chosen. `undefined`: dismissed.
 */
export async function chooseTarget(
  aws: Aws,
  state: vscode.Memento,
  question: TargetQuestion,
): Promise<Target | undefined> {
  const { title, poolId, askForPool, stepsAfter, tell, purpose } = question;
  const steps = { title, totalSteps: 1 + Number(askForPool) + stepsAfter };
  for (;;) {
    const profile = await chooseProfile(aws, state, { ...steps, step: 1 }, tell, question.whoActs, purpose);
    if (profile.kind !== "picked") return undefined;
    let connection: Connection | undefined;
    let reaction: string | undefined = "retry";
    while (!connection && reaction === "retry") {
      const title = vscode.l10n.t("Getting the credentials of {0}…", profile.value.label);
      const connected = await wait(title, aws.connect(profile.value.choice, poolId === undefined ? {} : { poolId }));
      if (!connected) return undefined;
      if (connected.ok) connection = connected.value;
      else if (connected.problem.kind === "cancelled") return undefined;
      else reaction = await tell(connected.problem);
    }
    if (!connection) {
      if (reaction === "choose-profile") continue;
      return undefined;
    }
    await rememberProfile(profile.value, state, purpose);
    if (!askForPool) return { connection };
    const pool = await choosePool(aws, connection, { ...steps, step: 2 });
    if (pool.kind === "dismissed") return undefined;
    if (pool.kind === "back") continue;
    if (!isProblem(pool.value)) return { connection, chosen: pool.value };
    if ((await tell(pool.value)) === undefined) return undefined;
  }
}
