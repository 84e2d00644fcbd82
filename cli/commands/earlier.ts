import type { Change, Connection, Deploy, Note, Plan, Problem } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import type { Io } from "../io.ts";

/** What an earlier write was, in a sentence. */
const nouns = {
  create: "create",
  update: "update",
  delete: "delete",
  secrets: "change of the secrets",
  branding: "style",
};

/**
 * Looks what became of earlier writes of the same app clients whose answers were lost. A create that may still take effect, or
 * that turns out to have done so, stops another one: it would make a second app client. So does a change of the secrets that is
 * not settled, before another one is added: the value of one of them may be unknown to everybody. An update or a delete stops
 * nothing: the same again does no harm, and a different update is held back by itself as long as the earlier one may arrive.
 * @returns what stops it, or whether any was settled, so that the plan has to be made anew
 */
export async function settleEarlier(
  deploy: Deploy,
  connection: Connection,
  plans: readonly Plan[],
  io: Io,
): Promise<Problem | "settled" | undefined> {
  const notes = new Map<string, { note: Note; change: Change }>();
  for (const { changes } of plans)
    for (const change of changes) for (const note of change.pending) notes.set(note.id, { note, change });
  for (const { note, change } of notes.values()) {
    const resolution = await deploy.resolvePending(note, connection);
    const what = `An earlier ${nouns[note.verb]} of ${note.clientName}, sent at ${note.sentAt},`;
    if (resolution.outcome === "unknown") {
      if (!makesAnother(change, note)) {
        io.err(`${forTerminal(`${what} is not settled. ${resolution.problem.message}`)}\n`);
        continue;
      }
      const message = `${what} is not settled, so nothing was sent. ${resolution.problem.message}`;
      return { ...resolution.problem, message };
    }
    if (resolution.outcome === "not-done") io.err(`${forTerminal(resolution.message)}\n`);
    else if (change.verb === "create" && note.verb === "create") {
      const message = `${what} did take effect: ${resolution.clientId}. Nothing was sent now. Run the command again to create another one.`;
      return { kind: "changed", message, next: { kind: "plan-again" } };
    } else io.err(`${forTerminal(`${what} did take effect.`)}\n`);
  }
  return notes.size > 0 ? "settled" : undefined;
}

function makesAnother(change: Change, { verb }: Note): boolean {
  return change.verb === verb && (verb === "create" || (change.verb === "secrets" && change.action === "add"));
}
