import type { NamedClient } from "../aws/answers.ts";
import type { CallError } from "../aws/call-error.ts";
import type { SecretHolder } from "../aws/returned.ts";
import type { Note } from "../journal/note.ts";
import type { JsonObject } from "../json.ts";
import type { Change } from "../plan/change.ts";
import type { Plan } from "../plan/plan.ts";
import type { Difference } from "../pool/compare.ts";
import type { Problem } from "../problem.ts";
import type { Session } from "../sign-in/connection.ts";
import type { Timing } from "../timing.ts";
import type { Remaining } from "./outcome.ts";

/** What a verb may know beside its change. */
export interface Situation {
  readonly session: Session;
  readonly plan: Plan;
  readonly timing: Timing;
  /** Ids that this very run created: no surprise when they appear in the pool. */
  readonly ours: ReadonlySet<string>;
  /** Writes that are not settled. */
  readonly notes: () => Promise<readonly Note[]>;
}

/** Whether what was shown still stands, as seen right before sending. */
export type Stand =
  | { readonly problem: Problem; readonly already?: never }
  /** What was to be done is so already. */
  | { readonly already: Effect; readonly problem?: never }
  /** `knownIds`: what is there already, to recognise later what was added. Absent: it could not be listed. */
  | { readonly problem?: never; readonly already?: never; readonly knownIds?: readonly string[] };

/** What AWS answered, or what a look showed to be the effect. */
export interface Effect extends SecretHolder {
  readonly clientId: string;
  readonly hasSecret: boolean;
  /** Of a secret that was added. */
  readonly secretId?: string;
  /** What differs between what was asked and what AWS has; absent when it could not be read. */
  readonly differences?: readonly Difference[];
  /** What still keeps sign-in from working. */
  readonly remaining: readonly Remaining[];
  /** A sentence on what the user should know besides. */
  readonly note?: string;
}

/** What became of a write whose answer was lost. */
export type Settled =
  | { readonly is: "done"; readonly effect: Effect }
  | {
      readonly is: "unknown";
      readonly problem: Problem;
      /** App clients that may be the effect. */
      readonly candidates: readonly NamedClient[];
    };

/**
 * One thing that can be done to an app client, in the four steps that the frame (`apply.ts`) puts together: each verb is
 * planned by a function of its own, then looked at again, sent once, and settled by looking where its answer was lost.
 */
export interface Verb<C extends Change> {
  readonly says: {
    checking(change: C): string;
    sending(change: C): string;
  };
  /** The request without secrets, for the journal. */
  shown(change: C): JsonObject;
  /** What is sent, secrets included: compared with AWS's words, so that they are never shown where they repeat one. */
  request(change: C): JsonObject;
  /** Right before sending: is it still what was shown? */
  moved(change: C, situation: Situation): Promise<Stand>;
  /** One request. @throws CallError */
  send(change: C, situation: Situation, note: Note): Promise<Effect>;
  /** After `failed` or `no answer`: it may have happened, or happen still. Never says "not done". */
  settle(change: C, situation: Situation, note: Note, lost: CallError): Promise<Settled>;
}
