import * as vscode from "vscode";
import type { OfLive, Plan } from "../../deploy/index.ts";
import { visible } from "../../server/src/sinks.ts";
import type { Line } from "../create/confirmation-detail.ts";
import { age } from "../pools/age.ts";

/** What a confirmation states of an app client that exists: as what, who, where, which. */
export function factsOf(
  { identity, profile, madeAt }: Pick<Plan, "identity" | "profile" | "madeAt">,
  change: OfLive,
): Line[] {
  const { where, poolName, poolId, clientName, clientId, environment, live } = change;
  const unknown = vscode.l10n.t("unknown");
  const account = identity.accountId ?? unknown;
  const lines: (Line | undefined)[] = [
    environment && {
      label: vscode.l10n.t("Environment"),
      value: environment.protected ? vscode.l10n.t("{0}, protected", environment.name) : environment.name,
    },
    {
      label: vscode.l10n.t("Account"),
      value: environment?.account === undefined ? account : vscode.l10n.t("{0}, as the file demands", account),
    },
    { label: vscode.l10n.t("Caller"), value: identity.callerArn ?? unknown },
    { label: vscode.l10n.t("Profile"), value: `${profile.label} (${profile.kind})` },
    { label: vscode.l10n.t("Region"), value: where.region },
    where.endpoint === undefined
      ? undefined
      : { label: vscode.l10n.t("Endpoint"), value: vscode.l10n.t("{0} (not AWS)", where.endpoint) },
    { label: vscode.l10n.t("User pool"), value: poolName === undefined ? poolId : `${poolName} (${poolId})` },
    { label: vscode.l10n.t("App client"), value: `${clientName} (${clientId})` },
    live.changedAt === undefined
      ? undefined
      : {
          label: vscode.l10n.t("Last changed"),
          value: new Date(live.changedAt).toLocaleString(vscode.env.language),
        },
    { label: vscode.l10n.t("AWS was read"), value: age(madeAt, Date.now(), vscode.env.language) },
  ];
  return lines.flatMap((line) => (line ? [{ label: line.label, value: visible(line.value) }] : []));
}

/** The same for a row of a quick pick. */
export function whereTo({ identity, profile }: Pick<Plan, "identity" | "profile">, change: OfLive): string {
  const { poolName, poolId } = change;
  return [
    identity.accountId ?? vscode.l10n.t("account unknown"),
    vscode.l10n.t("profile {0}", profile.label),
    poolName === undefined ? poolId : `${poolName} (${poolId})`,
    // The longest and the least told, since a long row is cut at its end.
    ...(identity.callerArn === undefined ? [] : [identity.callerArn]),
  ]
    .map((part) => visible(part))
    .join(" · ");
}

/** `“web” in prod`, or in its pool where no environment is meant. */
export function whichOf({ clientName, environment, poolName, poolId }: OfLive): string {
  return vscode.l10n.t("“{0}” in {1}", visible(clientName), visible(environment?.name ?? poolName ?? poolId));
}
