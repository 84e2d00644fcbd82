import { blameOf } from "../../server/src/engine/index.ts";
import type { CallError, Kind } from "../aws/call-error.ts";
import type { JsonObject } from "../json.ts";
import type { NextStep, Problem, ProblemKind } from "../problem.ts";
import { repeatsSecret } from "../secrets.ts";
import type { Connection } from "../sign-in/connection.ts";

export interface CallSituation {
  readonly connection: Connection;
  readonly poolId?: string;
  /** Of the app client that the call was about. */
  readonly clientId?: string;
  /** Other environments under which a file has the same id. */
  readonly alsoIn?: readonly string[];
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

type Told = (told: {
  readonly error: CallError;
  readonly situation: CallSituation;
  /** AWS's words as a sentence of their own, or nothing. */
  readonly said: string;
  /** Where the call went, for people. */
  readonly target: string;
  /** The profile. */
  readonly who: string;
}) => Explanation;

const problem = (kind: ProblemKind, message: string, next: NextStep): Explanation => ({ kind, message, next });
const retry: NextStep = { kind: "retry" };
const guide = (page: string): NextStep => ({
  kind: "open",
  url: `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}`,
});

const explanations: Readonly<Record<Kind, Told>> = {
  unsendable: () =>
    problem(
      "spec",
      "The spec has members or values that the AWS SDK cannot send as they were shown. Nothing was sent. Correct what the editor marks.",
      { kind: "fix-spec" },
    ),
  unreachable: ({ error, target }) =>
    problem(
      "network",
      `${target} cannot be reached (${error.answer.name}). Nothing was sent. Check the network, then try again.`,
      retry,
    ),
  "no answer": ({ error: { answer }, target }) =>
    problem("network", `${target} gave no usable answer to ${answer.operation} (${answer.name}).`, retry),
  failed: ({ error: { answer }, said }) =>
    problem("service", `Cognito failed on ${answer.operation} (${answer.name}).${said} Try again in a while.`, retry),
  expired: ({ situation, who }) =>
    problem(
      "credentials",
      `The session of ${who} has expired. Sign in, then try again; your choice is kept.`,
      situation.connection.signIn(),
    ),
  credentials: ({ situation, who }) =>
    problem(
      "credentials",
      `AWS does not know the credentials of ${who}. Renew them, or choose another profile.`,
      situation.connection.signIn(),
    ),
  clock: () =>
    problem(
      "credentials",
      "AWS refused the signature because this machine's clock is wrong. Set the clock, then try again.",
      retry,
    ),
  signature: ({ who }) =>
    problem(
      "credentials",
      `AWS refused the signature: the secret key of ${who} does not match its access key. Correct the profile.`,
      retry,
    ),
  permission: ({ error: { answer }, situation: { poolId }, said, who }) =>
    problem(
      "permission",
      answer.name === "NotAuthorizedException"
        ? `Cognito does not let ${who} do this.${said}`
        : `${who} may not call cognito-idp:${answer.operation}${poolId ? ` on ${poolId}` : ""}. Ask for this permission, or choose another profile.${said}`,
      { kind: "choose-profile" },
    ),
  missing: ({ situation: { connection, poolId, clientId, alsoIn = [] }, said }) => {
    const also = alsoIn.length > 0 ? ` The environments file has the same id under ${alsoIn.join(", ")}.` : "";
    const place = `account ${connection.identity.accountId ?? "(unknown)"}, ${connection.where(poolId).region}`;
    return clientId === undefined
      ? problem(
          "refused",
          `There is no user pool ${poolId ?? ""} in ${place}. Check the pool id, or choose another profile.${said}`,
          { kind: "choose-pool" },
        )
      : problem(
          "missing",
          `There is no app client ${clientId} in the user pool ${poolId ?? ""} in ${place}. It was deleted, or the id belongs to another pool or account.${also}${said}`,
          { kind: "none" },
        );
  },
  quota: ({ said }) =>
    problem(
      "refused",
      `A quota is used up: a user pool holds 1,000 app clients unless AWS raised it. Delete unused ones, or ask for more.${said}`,
      guide("quotas.html"),
    ),
  throttled: ({ error: { answer } }) =>
    problem(
      "throttled",
      `AWS takes no more calls of this kind at the moment (${answer.name}), and it did not run this one. Try again in a while.`,
      retry,
    ),
  concurrent: () =>
    problem(
      "throttled",
      "Another write to app clients of this pool is under way, so AWS did not run this one. Try again in a while.",
      retry,
    ),
  tier: ({ said }) =>
    problem(
      "refused",
      `The pool's feature plan lacks something that this app client uses.${said} Raise the plan, or leave it out.`,
      guide("cognito-sign-in-feature-plans.html"),
    ),
  "not-enabled": ({ said }) =>
    problem(
      "refused",
      `This pool does not take this here, for example because it is a replica in this region. Do it in the pool's primary region.${said}`,
      { kind: "choose-pool" },
    ),
  exists: ({ said }) => problem("refused", `It exists already.${said}`, { kind: "none" }),
  refused: ({ error: { answer }, said }) =>
    problem("refused", `Cognito refused it (${answer.name}).${said}`, { kind: "fix-spec" }),
};

function explain(error: CallError, situation: CallSituation, words: string | undefined): Explanation {
  const { connection, poolId } = situation;
  const where = connection.where(poolId);
  return explanations[error.kind]({
    error,
    situation,
    said: words ? ` AWS says: ${words}` : "",
    target: where.endpoint ?? `Cognito in ${where.region}`,
    who: connection.profile.label,
  });
}
