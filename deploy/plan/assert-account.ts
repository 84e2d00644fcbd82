import type { Problem } from "../problem.ts";
import type { Connection } from "../sign-in/connection.ts";
import type { Environment } from "./change.ts";

/** @returns why the caller is not in the account that the environment names; a caller of whom nothing is known is not, either. */
export function assertAccount(
  { identity, profile }: Connection,
  environment: Environment | undefined,
): Problem | undefined {
  if (environment?.account === undefined || environment.account === identity.accountId) return undefined;
  const is =
    identity.accountId === undefined ? `in an account that is not known (${identity.reason})` : identity.accountId;
  return {
    kind: "credentials",
    message: `${environment.name} must be account ${environment.account}; ${profile.label} is ${is}. Choose a profile of that account.`,
    next: { kind: "choose-profile" },
  };
}
