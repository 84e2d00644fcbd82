/** What a person can do next. The surfaces (extension, command line) decide how to offer it. */
export type NextStep =
  /** Run `command` in a terminal (only after a click), then try again with the same choice. */
  | { readonly kind: "sign-in"; readonly command: string; readonly profile: string }
  | { readonly kind: "retry" }
  | { readonly kind: "choose-profile" }
  | { readonly kind: "choose-pool" }
  /** Make the plan again and show it: what was shown is no longer what would be sent. */
  | { readonly kind: "plan-again" }
  /** Findings stop it: open Problems, or print them. */
  | { readonly kind: "fix-spec" }
  /** It may have happened: look again (`Deploy.resolvePending`) before another create. */
  | { readonly kind: "look-again" }
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "none" };

export type ProblemKind =
  | "config" // shared config files: none, unreadable, unknown profile
  | "region" // no region can be told
  | "credentials" // missing, expired, refused
  | "cancelled"
  | "network" // nothing was sent, or nothing came back
  | "permission" // IAM says no
  | "throttled"
  | "spec" // findings of severity error, placeholders, nothing to create
  | "changed" // spec, identity or pool are not what was shown
  | "refused" // AWS refuses this request
  | "missing" // the app client is not there (any more)
  | "service" // AWS failed
  | "unknown-outcome";

/** The part of the request that is to blame, so that an editor can put a diagnostic on it. */
export interface Blame {
  /** Where it is not the spec: the file, as the user named it, from whose root the path counts. */
  readonly file?: string;
  /** JSON Pointer steps from the spec's root (without the document's index). */
  readonly path: readonly (string | number)[];
  /** The rule whose page explains it and whose fix may help. */
  readonly ruleId?: string;
}

/** What AWS itself said, for the log and for people who search the web for it. */
export interface AwsAnswer {
  /** Operation, as in IAM's action after the colon. */
  readonly operation: string;
  /** Exception name; the transport's own error code when AWS did not answer. */
  readonly name: string;
  /** AWS's own wording; absent when it repeats a secret of the request. */
  readonly message?: string;
  readonly requestId?: string;
  /** HTTP status. */
  readonly status?: number;
}

/** One clear message with a next step. Never contains a secret. */
export interface Problem {
  readonly kind: ProblemKind;
  /** What is wrong, why, what to do. */
  readonly message: string;
  readonly next: NextStep;
  readonly aws?: AwsAnswer;
  readonly blame?: readonly Blame[];
  /** Findings of severity error that stop a plan. */
  readonly findings?: readonly SpecFinding[];
}

/** A finding in a form that leaves the engine's nodes behind. */
export interface SpecFinding {
  readonly ruleId: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
  /** As the user named it. Default: the spec. */
  readonly file?: string;
  /** JSON Pointer steps from the file's root. */
  readonly path: readonly (string | number)[];
  /** UTF-16 offsets in the file, end exclusive. */
  readonly span: { readonly start: number; readonly end: number };
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });
