import type { CallError } from "./aws/call-error.ts";
import { blameOf } from "./blame.ts";
import type { NextStep, Problem, ProblemKind } from "./problem.ts";
import { repeatsSecret } from "./secrets.ts";
import type { Connection, JsonObject } from "./types.ts";

export interface CallSituation {
  readonly connection: Connection;
  readonly poolId?: string;
  /** Of a create, secret included: AWS's words are compared with it and never shown when they repeat the secret. */
  readonly request?: JsonObject;
}

/** One message with a next step for every way in which a call can fail. */
export function problemOf(error: CallError, situation: CallSituation): Problem {
  const answer = withoutRepeatedSecret(error, situation.request);
  const { kind, message, next } = explain(error, situation, answer.message);
  const blame =
    error.fate === "refused" && situation.request
      ? blameOf(answer.name, error.answer.message ?? "", situation.request)
      : [];
  return { kind, message, next, aws: answer, ...(blame.length > 0 ? { blame } : {}) };
}

function withoutRepeatedSecret({ answer }: CallError, request: JsonObject | undefined): CallError["answer"] {
  const { message, ...rest } = answer;
  return message !== undefined && repeatsSecret(message, request) ? rest : answer;
}

interface Explanation {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly next: NextStep;
}

const SIGNATURE = /^(?:InvalidSignatureException|SignatureDoesNotMatch|RequestExpired|IncompleteSignature)/;

function explain(
  { answer, fate }: CallError,
  { connection, poolId }: CallSituation,
  words: string | undefined,
): Explanation {
  const { label } = connection.profile;
  const where = connection.where(poolId);
  const target = where.endpoint ?? `Cognito in ${where.region}`;
  const action = `cognito-idp:${answer.operation}`;
  const said = words ? ` AWS says: ${words}` : "";
  if (answer.name === "NotAsShown") {
    return {
      kind: "spec",
      message:
        "The spec has members or values that the AWS SDK cannot send as they were shown. Nothing was sent. Correct what the editor marks.",
      next: { kind: "fix-spec" },
    };
  }
  if (fate === "not sent") {
    return {
      kind: "network",
      message: `${target} cannot be reached (${answer.name}). Nothing was sent. Check the network, then try again.`,
      next: { kind: "retry" },
    };
  }
  if (fate === "no answer") {
    return {
      kind: "network",
      message: `${target} gave no usable answer to ${answer.operation} (${answer.name}).`,
      next: { kind: "retry" },
    };
  }
  if (fate === "failed") {
    return {
      kind: "service",
      message: `Cognito failed on ${answer.operation} (${answer.name}).${said} Try again in a while.`,
      next: { kind: "retry" },
    };
  }
  const name = answer.name;
  if (/^ExpiredToken/.test(name)) {
    return {
      kind: "credentials",
      message: `The session of ${label} has expired. Sign in, then try again; your choice is kept.`,
      next: connection.signIn(),
    };
  }
  if (/^(?:UnrecognizedClient|InvalidClientTokenId)/.test(name)) {
    return {
      kind: "credentials",
      message: `AWS does not know the credentials of ${label}. Renew them, or choose another profile.`,
      next: connection.signIn(),
    };
  }
  if (SIGNATURE.test(name)) {
    const clock = /expired|not yet current/i.test(words ?? "");
    return {
      kind: "credentials",
      message: clock
        ? "AWS refused the signature because this machine's clock is wrong. Set the clock, then try again."
        : `AWS refused the signature: the secret key of ${label} does not match its access key. Correct the profile.`,
      next: { kind: "retry" },
    };
  }
  switch (name) {
    case "AccessDeniedException":
    case "AccessDenied":
      return {
        kind: "permission",
        message: `${label} may not call ${action}${poolId ? ` on ${poolId}` : ""}. Ask for this permission, or choose another profile.${said}`,
        next: { kind: "choose-profile" },
      };
    case "NotAuthorizedException":
      return {
        kind: "permission",
        message: `Cognito does not let ${label} do this.${said}`,
        next: { kind: "choose-profile" },
      };
    case "ResourceNotFoundException":
      return {
        kind: "refused",
        message: `There is no user pool ${poolId ?? ""} in account ${connection.identity.accountId ?? "(unknown)"}, ${where.region}. Check the pool id, or choose another profile.${said}`,
        next: { kind: "choose-pool" },
      };
    case "LimitExceededException":
      return {
        kind: "refused",
        message: `A quota is used up: a user pool holds 1,000 app clients unless AWS raised it. Delete unused ones, or ask for more.${said}`,
        next: { kind: "open", url: "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html" },
      };
    case "TooManyRequestsException":
    case "ThrottlingException":
      return {
        kind: "throttled",
        message: `AWS takes no more calls of this kind at the moment (${name}), and it did not run this one. Try again in a while.`,
        next: { kind: "retry" },
      };
    case "FeatureUnavailableInTierException":
      return {
        kind: "refused",
        message: `The pool's feature plan lacks something that this app client uses.${said} Raise the plan, or leave it out.`,
        next: {
          kind: "open",
          url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
        },
      };
    case "OperationNotEnabledException":
      return {
        kind: "refused",
        message: `This pool takes no app clients here, for example because it is a replica in this region. Create it in the pool's primary region.${said}`,
        next: { kind: "choose-pool" },
      };
    default:
      return { kind: "refused", message: `Cognito refused it (${name}).${said}`, next: { kind: "fix-spec" } };
  }
}
