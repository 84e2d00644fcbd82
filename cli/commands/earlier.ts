import type { Connection, Deploy, Note, Plan, Problem } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import type { Io } from "../io.ts";

/**
 * Looks what became of earlier writes under the same names whose answers were lost. One that may still take effect, or that
 * turns out to have done so, stops a create: it would make a second app client.
 * @returns what stops it, or whether any was settled, so that the plan has to be made anew
 */
export async function settleEarlier(
  deploy: Deploy,
  connection: Connection,
  plans: readonly Plan[],
  io: Io,
): Promise<Problem | "settled" | undefined> {
  const notes = new Map<string, Note>();
  for (const { changes } of plans)
    for (const { pending } of changes) for (const note of pending) notes.set(note.id, note);
  for (const note of notes.values()) {
    const resolution = await deploy.resolvePending(note, connection);
    const what = `An earlier create of ${note.clientName}, sent at ${note.sentAt},`;
    if (resolution.outcome === "unknown") {
      const message = `${what} is not settled, so nothing was sent. ${resolution.problem.message}`;
      return { ...resolution.problem, message };
    }
    if (resolution.outcome === "done") {
      const message = `${what} did take effect: ${resolution.clientId}. Nothing was sent now. Run the command again to create another one.`;
      return { kind: "changed", message, next: { kind: "plan-again" } };
    }
    io.err(`${forTerminal(resolution.message)}\n`);
  }
  return notes.size > 0 ? "settled" : undefined;
}
