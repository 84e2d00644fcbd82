import type { DeleteChange, Outcome, Plan, Result, SecretsChange } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { interruptible } from "../interrupt.ts";
import type { Io } from "../io.ts";
import { noteWritten } from "./note-written.ts";
import type { Workbench } from "./workbench.ts";

export interface Typed {
  /** The app client's name, as it was typed. */
  readonly name?: string;
  /** The environment's name, where it was confirmed. */
  readonly environment?: string;
}

/** Sends a confirmed plan of one change that no spec asks for. `code`: the exit code of a signal that came before it was sent. */
export async function sendOne<C extends DeleteChange | SecretsChange>(
  plan: Plan<C>,
  { name, environment }: Typed,
  { deploy }: Workbench,
  io: Io,
): Promise<{ result: Result<Outcome<C>>; code?: number }> {
  const { value, code } = await interruptible((signal) =>
    deploy.apply(plan, {
      confirmed: plan.digest,
      ...(name === undefined ? {} : { typedName: name }),
      ...(environment === undefined ? {} : { typedEnvironments: [environment] }),
      signal,
      onProgress: ({ phase, message }) => phase !== "done" && io.err(`${forTerminal(message)}...\n`),
    }),
  );
  const [outcome] = value.ok ? value.value : [];
  if (!value.ok) return { result: value, ...(code === undefined ? {} : { code }) };
  if (!outcome) throw new Error("a plan without a change");
  if (outcome.outcome === "done") {
    const { change, clientId } = outcome;
    await noteWritten(change, clientId, plan, io);
  }
  const unsent = outcome.outcome === "not-done" && code !== undefined;
  return { result: { ok: true, value: outcome }, ...(unsent ? { code } : {}) };
}
