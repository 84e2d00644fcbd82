import type { Connection, Target as LiveTarget, Result } from "../../deploy/index.ts";
import { type Io, UsageError } from "../io.ts";
import type { Target } from "../targets/target.ts";
import { targetsOfAll } from "./plan-all.ts";
import { assertedOf } from "./plan-target.ts";
import type { Workbench } from "./workbench.ts";

/** An app client that exists, as the command line named it. */
export interface Linked extends Target {
  readonly clientId: string;
  readonly poolId: string;
}

/** Exactly one app client, which has an id. @throws UsageError, TargetError */
export async function oneLinked(file: string, environment: string | undefined, io: Io): Promise<Linked> {
  const [target, another] = await targetsOfAll([file], environment, io);
  if (!target || another) throw new UsageError(`${file} holds several app clients. Say which one: ${file}#NAME.`);
  const { clientId, poolId, environment: where } = target;
  if (clientId === undefined || poolId === undefined)
    throw new UsageError(
      `${target.file} is not linked${where ? ` in ${where.name}` : ""}: no ${clientId === undefined ? "id" : "user pool"} says which app client it is.`,
    );
  if (where?.pool !== undefined && where.pool !== poolId)
    throw new UsageError(
      `${target.file} is for the user pool ${poolId}, and ${where.name} for ${where.pool}. Correct one of them.`,
    );
  return { ...target, clientId, poolId };
}

/** What the AWS side takes, with the account that is asserted before anything is read. */
export function liveTargetOf({ poolId, clientId, environment, alsoIn }: Linked): LiveTarget {
  const asserted = assertedOf(environment);
  return { poolId, clientId, ...(asserted ? { environment: asserted } : {}), ...(alsoIn ? { alsoIn } : {}) };
}

/** The way to it. */
export function connectionTo({ poolId }: Linked, { connections }: Workbench): Promise<Result<Connection>> {
  return connections.to(poolId);
}
