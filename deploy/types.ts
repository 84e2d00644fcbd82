import type { Dialect } from "../server/src/engine/document/part.ts";
import type { PoolFacts, Span } from "../server/src/engine/index.ts";
import type { Gateway } from "./aws/gateway.ts";
import type { PlanOptions } from "./deploy.ts";
import type { NextStep, Problem, SpecFinding } from "./problem.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export type ProfileKind =
  | "keys"
  | "role"
  | "role with MFA"
  | "SSO"
  | "process"
  | "login"
  | "web identity"
  | "environment"
  | "no credentials";

/** `environment`: the AWS_ACCESS_KEY_ID (or web identity) variables of the process, not a profile. */
export type ProfileChoice = { readonly kind: "profile"; readonly name: string } | { readonly kind: "environment" };

export interface Profile {
  readonly choice: ProfileChoice;
  /** For people: the profile's name, or `environment variables`. */
  readonly label: string;
  readonly kind: ProfileKind;
  readonly region?: string;
  /** The endpoint for Cognito that is configured for it, when it is not AWS's own. */
  readonly endpoint?: string;
  /** `AWS_PROFILE` names it. A hint for sorting, never a preselection. */
  readonly named: boolean;
}

export interface ProfileList {
  readonly profiles: readonly Profile[];
  /** The two files that were looked for, for messages. */
  readonly files: readonly string[];
}

export interface Identity {
  /** Twelve digits; absent: account unknown, because STS could not be reached or did not answer. */
  readonly accountId?: string;
  readonly callerArn?: string;
  /** Why it is unknown. */
  readonly reason?: string;
}

/** Where a call goes. */
export interface Where {
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  /** Set when it is not AWS's own endpoint: show it. */
  readonly endpoint?: string;
  /** Set when the profile's region is another one: say it, do not obey it. */
  readonly regionNote?: string;
}

/** Credentials of exactly one profile, checked, with who they belong to. Holds no secret that can be printed. */
export interface Connection {
  readonly profile: Profile;
  readonly identity: Identity;
  /** The region used when no pool id names one. */
  readonly region: string;
  where(poolId?: string): Where;
  /** Inside deploy/ only. */
  gateway(poolId?: string): Gateway;
  /** How to begin a new session of this profile. */
  signIn(): NextStep;
  /** Asks STS again. */
  identify(): Promise<Identity>;
}

export interface PoolSummary {
  readonly id: string;
  readonly name: string;
  /** ISO time. */
  readonly lastChange?: string;
}

/** A call that was refused or failed while reading (or that an emulator lacks); what depends on it stays unknown. */
export interface Denied {
  readonly action: string;
  readonly message: string;
}

export interface FactsReading {
  readonly facts: PoolFacts;
  readonly denied: readonly Denied[];
}

export interface SpecSource {
  readonly text: string;
  readonly dialect: Dialect;
  /** For messages: the file's name. */
  readonly name: string;
}

/** What Cognito fills in when the request says nothing, from the catalogue. */
export interface FilledIn {
  readonly path: readonly string[];
  /** As people read it: `30 days`. */
  readonly text: string;
}

export interface NamedClient {
  readonly id: string;
  readonly name: string;
}

/** One app client of a plan. Printing it, however deep, shows no secret. */
export interface PlanItem {
  /** Zero-based place in the file, and of how many. */
  readonly index: number;
  /** The file holds several app clients. */
  readonly several: boolean;
  /** Steps from the app client's root to the request, when the spec wraps it. */
  readonly root: readonly (string | number)[];
  /** Of the app client's text in the file. */
  readonly span: Span;
  readonly where: Where;
  readonly poolId: string;
  readonly poolName?: string;
  /** The pool was chosen by the user and is not in the spec. */
  readonly poolChosen: boolean;
  readonly clientName: string;
  readonly secret: "generated" | "from the spec" | "none";
  /** The request, in the spec's own order; a `ClientSecret` is replaced by `secretNotShown`. */
  readonly shown: JsonObject;
  readonly filledIn: readonly FilledIn[];
  /** App clients of the same name; `undefined` when they may not be listed. */
  readonly sameName?: readonly NamedClient[];
  /** Creates of the same name in this pool whose outcome is not known yet. */
  readonly pending: readonly PendingCreate[];
  readonly facts: PoolFacts;
  readonly denied: readonly Denied[];
  /** The request as it will be sent, secret included: for `apply` alone. A function, so that no printer follows it. */
  readonly request: () => JsonObject;
}

export interface Plan {
  /** Each plan is applied at most once. */
  readonly id: string;
  /** SHA-256 over all that is shown and who sends it. */
  readonly digest: string;
  readonly profile: Profile;
  readonly identity: Identity;
  readonly items: readonly PlanItem[];
  /** Warnings, infos and hints of the spec. */
  readonly findings: readonly SpecFinding[];
  /** As given to `plan`: applying reads the spec again in the same way. */
  readonly options: PlanOptions;
  readonly connection: () => Connection;
}

export type Phase = "checking" | "sending" | "throttled" | "looking-up" | "done";

export interface Progress {
  readonly item: PlanItem;
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

export type Outcome = Created | NotCreated | Unknown;

export interface Created {
  readonly outcome: "created";
  readonly item: PlanItem;
  readonly clientId: string;
  /** True: AWS's answer was lost and the app client was found by a look-up. */
  readonly adopted: boolean;
  readonly hasSecret: boolean;
  /** The secret that AWS returned, once; then, and after `forgetSecret`, `undefined`. */
  takeSecret(): string | undefined;
  forgetSecret(): void;
  readonly consoleUrl?: string;
  /** What differs between request and what Cognito stored; absent when it could not be read. */
  readonly differences?: readonly Difference[];
  /** What still keeps sign-in from working. */
  readonly remaining: readonly Remaining[];
  /** A sentence on what the user should know besides, e.g. that the journal could not be cleared. */
  readonly note?: string;
}

export interface NotCreated {
  readonly outcome: "not-created";
  readonly item: PlanItem;
  readonly problem: Problem;
}

export interface Unknown {
  readonly outcome: "unknown";
  readonly item: PlanItem;
  readonly problem: Problem;
  /** App clients of that name that appeared meanwhile. */
  readonly candidates: readonly NamedClient[];
  readonly record: PendingCreate;
}

export interface Difference {
  readonly path: readonly string[];
  /** What the request says (or what its absence means). */
  readonly asked: Json | undefined;
  readonly found: Json | undefined;
}

export interface Remaining {
  readonly message: string;
  readonly url: string;
}

/** An app client as Describe returns it, without its secret. */
export interface DescribedClient {
  readonly clientId: string;
  readonly hasSecret: boolean;
  /** ISO time. */
  readonly created?: string;
  readonly settings: JsonObject;
}

/** What is kept while a create is under way, so that a closed window leaves a trace. No secret, no credentials. */
export interface PendingCreate {
  readonly id: string;
  readonly choice: ProfileChoice;
  readonly accountId?: string;
  readonly region: string;
  readonly poolId: string;
  readonly poolName?: string;
  readonly clientName: string;
  readonly digest: string;
  /** ISO time at which the request was handed to the network. */
  readonly sentAt: string;
  /** Ids of the app clients of that name before; absent when they could not be listed. */
  readonly knownIds?: readonly string[];
  /** The request without secrets, to recognise what was created. */
  readonly shown: JsonObject;
}

export type Resolution =
  | {
      readonly outcome: "created";
      readonly clientId: string;
      readonly hasSecret: boolean;
      readonly record: PendingCreate;
    }
  | { readonly outcome: "not-created"; readonly record: PendingCreate; readonly message: string }
  | {
      readonly outcome: "unknown";
      readonly record: PendingCreate;
      readonly candidates: readonly NamedClient[];
      readonly problem: Problem;
    };

/** Where pending creates are kept: the extension's global state, a file, memory. Rejections stop the create before it is sent. */
export interface Journal {
  put(record: PendingCreate): Promise<void>;
  remove(id: string): Promise<void>;
  list(): Promise<readonly PendingCreate[]>;
}

/** All that is ever logged of a call: an allow-list. */
export interface CallRecord {
  readonly operation: string;
  readonly region: string;
  /** HTTP status, or `no answer`. */
  readonly status: number | "no answer";
  readonly error?: string;
  readonly requestId?: string;
  readonly durationMs: number;
  readonly attempts: number;
}

export interface Ports {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly journal: Journal;
  readonly log?: (call: CallRecord) => void;
  /** Asks for the six digits of the MFA device; `undefined` cancels. */
  readonly mfaCode?: (question: { readonly profile: string; readonly device: string }) => Promise<string | undefined>;
  readonly timing?: Partial<Timing>;
}

/** Milliseconds. */
export interface Timing {
  readonly connect: number;
  /** For a read, all of its attempts together. */
  readonly read: number;
  /** For a create, from sending it to the end of the answer. */
  readonly answer: number;
  /** Waits before each further try after a throttling answer. */
  readonly throttle: readonly number[];
  /** Waits before each look-up after an answer was lost. */
  readonly lookUp: readonly number[];
  /** After this, a signed request that never arrived is refused by AWS: five minutes, plus one for clocks. */
  readonly signatureLife: number;
}
