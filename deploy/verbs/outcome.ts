import type { NamedClient } from "../aws/answers.ts";
import type { SecretHolder } from "../aws/returned.ts";
import type { Note } from "../journal/note.ts";
import type { Change } from "../plan/change.ts";
import type { Difference } from "../pool/compare.ts";
import type { Problem } from "../problem.ts";

export type Phase = "checking" | "sending" | "throttled" | "looking-up" | "done";

export interface Progress<C extends Change = Change> {
  readonly change: C;
  /** One-based, for "2 of 3". */
  readonly number: number;
  readonly count: number;
  readonly phase: Phase;
  /** False from the moment the request leaves until the outcome is known. */
  readonly cancellable: boolean;
  /** For `throttled`: milliseconds until the next try. */
  readonly waitMs?: number;
  /** For people, without a full stop. */
  readonly message: string;
}

export type Outcome<C extends Change = Change> = Done<C> | NotDone<C> | Unknown<C>;

export interface Done<C extends Change = Change> extends SecretHolder {
  readonly outcome: "done";
  readonly change: C;
  readonly clientId: string;
  /** True: AWS's answer was lost and the effect was found by a look-up. */
  readonly adopted: boolean;
  readonly hasSecret: boolean;
  /** Of a secret that was added. */
  readonly secretId?: string;
  readonly consoleUrl?: string;
  /** What differs between request and what Cognito stored; absent when it could not be read. */
  readonly differences?: readonly Difference[];
  /** What still keeps sign-in from working. */
  readonly remaining: readonly Remaining[];
  /** A sentence on what the user should know besides, e.g. that the journal could not be cleared. */
  readonly note?: string;
}

/** It certainly did not happen. */
export interface NotDone<C extends Change = Change> {
  readonly outcome: "not-done";
  readonly change: C;
  readonly problem: Problem;
}

/** It may have happened, or happen still. */
export interface Unknown<C extends Change = Change> {
  readonly outcome: "unknown";
  readonly change: C;
  readonly problem: Problem;
  /** App clients that may be its effect. */
  readonly candidates: readonly NamedClient[];
  readonly record: Note;
}

export interface Remaining {
  readonly message: string;
  readonly url: string;
}

/** What became of a write that a note tells of. */
export type Resolution =
  | {
      readonly outcome: "done";
      readonly clientId: string;
      readonly hasSecret: boolean;
      readonly record: Note;
    }
  | { readonly outcome: "not-done"; readonly record: Note; readonly message: string }
  | {
      readonly outcome: "unknown";
      readonly record: Note;
      readonly candidates: readonly NamedClient[];
      readonly problem: Problem;
    };
