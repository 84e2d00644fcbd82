import type { CallRecord } from "../aws/call.ts";
import type { Journal } from "../journal/note.ts";
import type { Timing } from "../timing.ts";

export interface Ports {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly journal: Journal;
  readonly log?: (call: CallRecord) => void;
  /** Asks for the six digits of the MFA device; `undefined` cancels. */
  readonly mfaCode?: (question: { readonly profile: string; readonly device: string }) => Promise<string | undefined>;
  readonly timing?: Partial<Timing>;
}
