import { CallError, toCallError } from "../aws/call-error.ts";
import { MfaCancelled } from "../aws/credentials.ts";
import type { Section } from "../aws/shared-config.ts";
import type { NextStep, Problem } from "../problem.ts";
import type { Profile, ProfileKind } from "./profile.ts";
import { kindOf } from "./profiles.ts";

/** Where the credentials of a profile really come from: the end of its chain of `source_profile`. */
export interface CredentialSource {
  readonly name: string;
  readonly kind: ProfileKind;
}

/** Whoever gives the credentials took too long. */
export class TimeUp extends Error {
  override readonly name = "TimeUp";
  readonly seconds: number;
  constructor(ms: number) {
    super("time is up");
    this.seconds = Math.round(ms / 1000);
  }
}

/** Follows `source_profile`, at most once through each profile. */
export function sourceOf(
  name: string,
  profiles: ReadonlyMap<string, Section>,
  seen = new Set<string>(),
): CredentialSource {
  const section = profiles.get(name) ?? {};
  const next = section["role_arn"] ? section["source_profile"] : undefined;
  if (next === undefined || next === name || seen.has(next)) return { name, kind: kindOf(section) };
  return sourceOf(next, profiles, seen.add(name));
}

/** @returns how to begin a new session, when the source has sessions at all. */
export function signIn(source: CredentialSource): NextStep {
  const argument = /^[\w@+.:/-]+$/.test(source.name) ? source.name : `'${source.name.replaceAll("'", "'\\''")}'`;
  if (source.kind === "SSO")
    return { kind: "sign-in", command: `aws sso login --profile ${argument}`, profile: source.name };
  if (source.kind === "login")
    return { kind: "sign-in", command: `aws login --profile ${argument}`, profile: source.name };
  return { kind: "choose-profile" };
}

/**
 * One message for credentials that could not be had. The SDK's own text is used to tell cases apart and never shown: what a
 * `credential_process` prints may hold anything.
 */
export function credentialProblem(profile: Profile, source: CredentialSource, error: unknown): Problem {
  const who = profile.choice.kind === "profile" ? `The profile "${profile.label}"` : "The environment";
  const problem = (message: string, next: NextStep, aws?: Problem["aws"]): Problem => ({
    kind: "credentials",
    message,
    next,
    ...(aws ? { aws } : {}),
  });
  if (error instanceof MfaCancelled) {
    return {
      kind: "cancelled",
      message: `No MFA code was given for ${profile.label}. Nothing was sent.`,
      next: { kind: "retry" },
    };
  }
  if (error instanceof TimeUp) {
    const message =
      source.kind === "process"
        ? `The credential_process of profile "${source.name}" gave nothing within ${error.seconds} seconds. Run it in a terminal to see what it waits for, then try again.`
        : `${who} needs a sign-in service that did not answer within ${error.seconds} seconds. Check the network, then try again.`;
    return { kind: source.kind === "process" ? "credentials" : "network", message, next: { kind: "retry" } };
  }
  const text = error instanceof Error ? error.message : "";
  const call = error instanceof CallError ? error : toCallError(operationIn(text, profile), unwrapped(error));
  const { answer } = call;
  if (call.fate === "not sent" && answer.name !== "CredentialsProviderError") {
    return {
      kind: "network",
      message: `${who} needs a sign-in service that cannot be reached (${answer.name}). Check the network, then try again.`,
      next: { kind: "retry" },
    };
  }
  if (/MultiFactorAuthentication/.test(answer.message ?? "")) {
    return problem(
      `AWS did not accept the MFA code for ${profile.label}. Codes can be used once; wait for the next one.`,
      { kind: "retry" },
      answer,
    );
  }
  if (source.kind === "SSO")
    return problem(`${who} has no valid SSO session. Sign in, then try again.`, signIn(source));
  if (source.kind === "login")
    return problem(`${who} has no valid login session. Sign in, then try again.`, signIn(source));
  if (call.fate === "refused") {
    const role = profile.kind === "role" || profile.kind === "role with MFA" || profile.kind === "web identity";
    return problem(
      role
        ? `AWS did not let ${profile.label} assume its role (${answer.name}). Check role_arn, the role's trust policy and the source's permissions.`
        : `AWS refused the credentials of ${profile.label} (${answer.name}). Renew them, or choose another profile.`,
      { kind: "choose-profile" },
      answer,
    );
  }
  if (source.kind === "process") {
    return problem(
      `The credential_process of profile "${source.name}" gave no valid credentials. Run it in a terminal to see why, then try again.`,
      { kind: "retry" },
    );
  }
  if (source.kind === "web identity") {
    return problem(`${who} could not exchange its web identity token. Check web_identity_token_file and role_arn.`, {
      kind: "choose-profile",
    });
  }
  if (source.kind === "no credentials") {
    return problem(
      `The profile "${source.name}" holds no credentials. Add keys, a role, or an SSO session to it, or choose another profile.`,
      { kind: "choose-profile" },
    );
  }
  return problem(`${who} gave no usable credentials. Check it in the AWS config files, or choose another profile.`, {
    kind: "choose-profile",
  });
}

/** SDK providers wrap the first error as the text or the cause of theirs. */
function unwrapped(error: unknown): unknown {
  const cause = (error as { cause?: unknown } | undefined)?.cause;
  return cause instanceof Error ? cause : error;
}

function operationIn(text: string, profile: Profile): string {
  if (/WebIdentity/.test(text) || profile.kind === "web identity") return "AssumeRoleWithWebIdentity";
  return "AssumeRole";
}
