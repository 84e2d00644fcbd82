import * as vscode from "vscode";
import type { Environment } from "../../deploy/index.ts";
import type { ExistingClient } from "./existing-client.ts";

const PREFIX = "environmentOf.";

/** What an app client was when something was last written to it. */
interface Remembered {
  readonly environment: string;
  readonly protected: boolean;
}

/** After a successful write: which environment the user meant by this id. */
export async function rememberEnvironment(
  { clientId, environment }: Pick<ExistingClient, "clientId" | "environment">,
  state: vscode.Memento,
): Promise<void> {
  if (!environment) return;
  const { name, protected: guarded = false } = environment;
  await state.update(PREFIX + clientId, { environment: name, protected: guarded } satisfies Remembered);
}

/**
 * Trust on first use: a file that now calls a known app client otherwise, or no longer protects it, is told before anything else.
 * @returns one sentence, or `undefined` when all is as it was
 */
export function calledOtherwise(
  { clientId, environment }: Pick<ExistingClient, "clientId" | "environment">,
  state: vscode.Memento,
): string | undefined {
  const before = state.get<Remembered>(PREFIX + clientId);
  if (!before) return undefined;
  if (before.environment !== environment?.name) {
    return environment
      ? vscode.l10n.t(
          "Careful: when this app client was last written from here, it was “{0}”. The environments file now calls it “{1}”.",
          before.environment,
          environment.name,
        )
      : vscode.l10n.t(
          "Careful: when this app client was last written from here, it was “{0}”. Now no environments file says so.",
          before.environment,
        );
  }
  return before.protected && !environment.protected
    ? vscode.l10n.t(
        "Careful: “{0}” was protected when this app client was last written from here, and no longer is.",
        before.environment,
      )
    : undefined;
}

/** Whether its name has to be typed: also where only the file's earlier state asked for it. */
export function asksForName(environment: Environment | undefined): environment is Environment {
  return environment?.protected === true;
}

/** Under which the profile that served an environment is remembered. */
export function profileKey({ file, environment }: ExistingClient): string | undefined {
  return environment ? `${file ?? ""} ${environment.name} ${environment.account ?? ""}` : undefined;
}
