import * as vscode from "vscode";
import type { Connection } from "../../deploy/index.ts";
import { chooseTarget } from "../ask/target.ts";
import { showProblem } from "../aws/problem.ts";
import type { ExistingClient } from "./existing-client.ts";
import { profileKey } from "./remembered.ts";
import type { LifeTools } from "./tools.ts";

export interface Acting {
  readonly title: string;
  /** Steps of the quick pick that follow. */
  readonly stepsAfter: number;
  readonly writes: boolean;
}

/** Who acts: the profile, which for an environment is remembered and offered first, never taken by Enter alone. */
export async function connectTo(
  { aws, extension }: Pick<LifeTools, "aws" | "extension">,
  client: ExistingClient,
  { title, stepsAfter, writes }: Acting,
): Promise<Connection | undefined> {
  const purpose = profileKey(client);
  const target = await chooseTarget(aws, extension.context.globalState, {
    title,
    whoActs: writes
      ? vscode.l10n.t("Choose the AWS profile that acts")
      : vscode.l10n.t("Choose the AWS profile that reads the pool"),
    stepsAfter,
    poolId: client.poolId,
    askForPool: false,
    ...(purpose === undefined ? {} : { purpose }),
    tell: (problem) => showProblem(problem, extension.log),
  });
  return target?.connection;
}
