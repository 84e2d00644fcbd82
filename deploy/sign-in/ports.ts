import type { CallRecord } from "../aws/call.ts";
import type { Locks } from "../journal/lock.ts";
import type { Journal } from "../journal/note.ts";
import type { Timing } from "../timing.ts";

export interface Ports {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly journal: Journal;
  /** What keeps other processes of this user from the same app client while one writes it. Default: nothing does. */
  readonly locks?: Locks;
  readonly log?: (call: CallRecord) => void;
  /** Asks for the six digits of the MFA device; `undefined` cancels. */
  readonly mfaCode?: (question: { readonly profile: string; readonly device: string }) => Promise<string | undefined>;
  readonly timing?: Partial<Timing>;
}
