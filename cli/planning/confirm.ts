import type { Change, Environment } from "../../deploy/index.ts";
import { calledOtherwise, nameToType, type Remembered } from "../../server/src/guard.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { type Io, UsageError } from "../io.ts";
import { stateFolder } from "../state/folder.ts";
import { rememberedOf } from "../state/written.ts";

export interface Confirmation {
  /** `Update web-prod (7example) in account 444455556666?` */
  readonly question: string;
  /** What would be written. */
  readonly changes: readonly Change[];
  /** `--yes` */
  readonly yes: boolean;
  /** Names of environments that were typed on the command line. */
  readonly typed: readonly string[];
  readonly option: "--confirm" | "--confirm-env";
  /** What was saved was looked at and approved, and it names its environment. */
  readonly saved?: boolean;
}

/** What has to be typed for one change. */
interface Guard {
  readonly environment: Environment | undefined;
  readonly before: Remembered | undefined;
  readonly name: string | undefined;
}

/**
 * Asks for what a write needs: a yes, and for a protected environment its name, typed exactly. What an app client was when it was
 * last written from here counts, too: a file that now calls it otherwise is told first.
 * @returns whether it was given.
 * @throws UsageError where nobody can be asked, or where another environment was typed than is meant
 */
export async function isConfirmed(asked: Confirmation, io: Io): Promise<boolean> {
  const { changes, typed, option, saved = false, yes } = asked;
  const guards = await Promise.all(changes.map((change) => guardOfChange(change, io)));
  const known = new Set(guards.flatMap(({ environment, name }) => [environment?.name, name]));
  const stranger = typed.find((name) => !known.has(name));
  if (stranger !== undefined) {
    const meant = [...known].filter((name) => name !== undefined).join(", ") || "no environment";
    throw new UsageError(`${option} ${stranger} is not what would be written: that is ${meant}.`);
  }
  for (const sentence of new Set(guards.flatMap(careful))) io.err(`${forTerminal(sentence)}\n`);
  const names = new Map<string, boolean>();
  for (const { name, environment } of guards)
    if (name !== undefined) names.set(name, names.get(name) === true || environment?.name !== name);
  for (const [name, otherwise] of names) {
    // A saved plan says which environment it is for, not which one it once was.
    if (typed.includes(name) || (saved && !otherwise)) continue;
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

async function guardOfChange(change: Change, io: Io): Promise<Guard> {
  const { environment } = change;
  const before = change.verb === "create" ? undefined : await rememberedOf(stateFolder(io.env), change.clientId);
  return { environment, before, name: nameToType(before, environment) };
}

function careful({ environment, before }: Guard): string[] {
  const how = calledOtherwise(before, environment);
  if (!before || how === undefined) return [];
  const was = `Careful: when this app client was last written from here, it was ${before.environment}`;
  if (how === "none") return [`${was}. Now no environments file says so.`];
  if (how === "another") return [`${was}. The environments file now calls it ${environment?.name}.`];
  return [`${was} and protected, and it no longer is.`];
}

async function ask(io: Io, question: string, otherwise: string): Promise<string | undefined> {
  if (!io.isTerminal.in || !io.ask) throw new UsageError(otherwise);
  return (await io.ask(question))?.trim();
}
