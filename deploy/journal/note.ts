import type { ProfileChoice } from "../aws/credentials.ts";
import type { JsonObject } from "../json.ts";

/** What can be done to an app client. */
export type VerbName = "create" | "update" | "delete" | "secrets" | "branding";

/** What is kept while a write is under way, so that a closed window leaves a trace. No secret, no credentials. */
export interface Note {
  readonly id: string;
  readonly verb: VerbName;
  readonly choice: ProfileChoice;
  readonly accountId?: string;
  readonly region: string;
  /** Set when the write did not go to AWS's own endpoint. */
  readonly endpoint?: string;
  readonly poolId: string;
  readonly poolName?: string;
  readonly clientName: string;
  /** Absent for a create. */
  readonly clientId?: string;
  readonly digest: string;
  /** ISO time at which the request was handed to the network. */
  readonly sentAt: string;
  /** What was there before (app clients of the same name, secrets); absent when it could not be listed. */
  readonly knownIds?: readonly string[];
  /** The request without secrets, to recognise its effect. */
  readonly shown: JsonObject;
}

/** Where notes are kept: the extension's global state, a file, memory. A rejection of `put` stops the write before it is sent. */
export interface Journal {
  put(note: Note): Promise<void>;
  remove(id: string): Promise<void>;
  list(): Promise<readonly Note[]>;
}
