import type { Environment } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { type Io, UsageError } from "../io.ts";

export interface Confirmation {
  /** `Update web-prod (7example) in account 444455556666?` */
  readonly question: string;
  readonly environments: readonly (Environment | undefined)[];
  /** `--yes` */
  readonly yes: boolean;
  /** Names of environments that were typed on the command line. */
  readonly typed: readonly string[];
  readonly option: "--confirm" | "--confirm-env";
  /** What was saved was looked at and approved, and it names its environment. */
  readonly saved?: boolean;
}

/**
 * Asks for what a write needs: a yes, and for a protected environment its name, typed exactly.
 * @returns whether it was given.
 * @throws UsageError where nobody can be asked, or where another environment was typed than is meant
 */
export async function isConfirmed(asked: Confirmation, io: Io): Promise<boolean> {
  const { environments, typed, option, saved = false, yes } = asked;
  const known = new Set(environments.map((environment) => environment?.name));
  const stranger = typed.find((name) => !known.has(name));
  if (stranger !== undefined) {
    const meant = [...known].filter((name) => name !== undefined).join(", ") || "no environment";
    throw new UsageError(`${option} ${stranger} is not what would be written: that is ${meant}.`);
  }
  const guarded = new Set(environments.flatMap((each) => (each?.protected ? [each.name] : [])));
  for (const name of guarded) {
    if (typed.includes(name) || saved) continue;
    const answer = await ask(
      io,
      `${name} is protected. Type its name to go on: `,
      `${name} is protected: confirm it with ${option} ${name}.`,
    );
    if (answer !== name) return false;
  }
  if (yes) return true;
  const how = "There is no terminal to ask on. Look at the plan first, then say --yes.";
  const answer = await ask(io, `${forTerminal(asked.question)} Type yes to go on: `, how);
  return answer?.trim().toLowerCase() === "yes";
}

async function ask(io: Io, question: string, otherwise: string): Promise<string | undefined> {
  if (!io.isTerminal.in || !io.ask) throw new UsageError(otherwise);
  return (await io.ask(question))?.trim();
}
