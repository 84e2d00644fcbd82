import type { Change, Plan } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import type { Io } from "../io.ts";
import { stateFolder } from "../state/folder.ts";
import { rememberedOf, rememberWritten } from "../state/written.ts";

/**
 * After something was written: remembers which environment was meant by the app client, and the first time says how its account is
 * written down, where it names none.
 */
export async function noteWritten(
  { environment }: Pick<Change, "environment">,
  clientId: string,
  { identity }: Pick<Plan, "identity">,
  io: Pick<Io, "env" | "err">,
): Promise<void> {
  if (!environment) return;
  const folder = stateFolder(io.env);
  const isFirst = (await rememberedOf(folder, clientId)) === undefined;
  await rememberWritten(folder, clientId, environment);
  const { accountId } = identity;
  if (!isFirst || environment.account !== undefined || accountId === undefined) return;
  const line = `${environment.name} names no account. So that nobody else's is taken for it, write into the environments file, under environments.${environment.name}: account: "${accountId}"`;
  io.err(`${forTerminal(line)}\n`);
}
