import type { NamedClient } from "../aws/answers.ts";
import type { Note } from "../journal/note.ts";
import type { Problem } from "../problem.ts";
import type { Session } from "../sign-in/connection.ts";

/** What a look shows of a write that a note tells of. */
export type Resolved =
  | { readonly is: "done"; readonly clientId: string; readonly hasSecret: boolean }
  | { readonly is: "not-done"; readonly message: string }
  | { readonly is: "unknown"; readonly problem: Problem; readonly candidates?: readonly NamedClient[] };

/**
 * Looks what became of a write whose answer was lost.
 * @param tooOld its signature has expired, so that it can no longer take effect: only then may a look say that it did not.
 */
export type Resolver = (note: Note, session: Session, tooOld: boolean) => Promise<Resolved>;

export function lookAgain(message: string): { readonly is: "unknown"; readonly problem: Problem } {
  return { is: "unknown", problem: { kind: "unknown-outcome", message, next: { kind: "look-again" } } };
}
