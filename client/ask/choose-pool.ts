import * as vscode from "vscode";
import type { Connection, PoolSummary, Problem } from "../../deploy/index.ts";
import type { Aws } from "../aws/load.ts";
import type { Steps } from "./choose-profile.ts";
import { type Answer, ask, type Choice } from "./step.ts";

/** The pools of the connection's region, listed live: the list fills page by page while it is shown. */
export async function choosePool(
  aws: Aws,
  connection: Connection,
  steps: Steps,
): Promise<Answer<PoolSummary | Problem>> {
  const found: PoolSummary[] = [];
  return ask<PoolSummary | Problem>({
    ...steps,
    placeholder: vscode.l10n.t("Choose the user pool in {0}", connection.region),
    choices: [{ label: vscode.l10n.t("Listing the user pools of {0}…", connection.region), alwaysShow: true }],
    async fill(show) {
      const listed = await aws.listPools(connection, (page) => {
        found.push(...page);
        show(found.map(poolChoice));
      });
      if (!listed.ok) {
        const { problem } = listed;
        show([
          {
            label: vscode.l10n.t("The pools cannot be listed"),
            detail: problem.message,
            alwaysShow: true,
            value: problem,
          },
        ]);
      } else if (listed.value.length === 0) show([noPools(connection)]);
      else show(listed.value.map(poolChoice));
    },
  });
}

export function isProblem(value: PoolSummary | Problem): value is Problem {
  return "kind" in value;
}

function poolChoice(pool: PoolSummary): Choice<PoolSummary> {
  const changed = pool.lastChange?.slice(0, 10);
  return {
    label: pool.name,
    description: pool.id,
    ...(changed && { detail: vscode.l10n.t("last changed {0}", changed) }),
    value: pool,
  };
}

function noPools({ region, profile }: Connection): Choice<Problem> {
  const message = vscode.l10n.t(
    "Profile {0} sees no user pool in {1}. Choose a profile of another account or region, or write the pool's id into the spec as UserPoolId.",
    profile.label,
    region,
  );
  return {
    label: vscode.l10n.t("No user pool in {0}", region),
    detail: message,
    alwaysShow: true,
    value: { kind: "config", message, next: { kind: "choose-profile" } },
  };
}
