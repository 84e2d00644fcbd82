import * as vscode from "vscode";
import { calledOtherwise, type Remembered } from "../../server/src/guard.ts";
import type { ExistingClient } from "./existing-client.ts";

const PREFIX = "environmentOf.";

/** After a successful write: which environment the user meant by this id. */
export async function rememberEnvironment(
  { clientId, environment }: Pick<ExistingClient, "clientId" | "environment">,
  state: vscode.Memento,
): Promise<void> {
  if (!environment) return;
  const { name, protected: guarded = false } = environment;
  await state.update(PREFIX + clientId, { environment: name, protected: guarded } satisfies Remembered);
}

type Known = Pick<ExistingClient, "clientId" | "environment">;

export function rememberedOf({ clientId }: Known, state: vscode.Memento): Remembered | undefined {
  return state.get<Remembered>(PREFIX + clientId);
}

/**
 * Trust on first use: a file that now calls a known app client otherwise, or no longer protects it, is told before anything else.
 * @returns one sentence, or `undefined` when all is as it was
 */
export function carefulOf(known: Known, state: vscode.Memento): string | undefined {
  const before = rememberedOf(known, state);
  switch (before && calledOtherwise(before, known.environment)) {
    case "another":
      return vscode.l10n.t(
        "Careful: when this app client was last written from here, it was “{0}”. The environments file now calls it “{1}”.",
        before?.environment ?? "",
        known.environment?.name ?? "",
      );
    case "none":
      return vscode.l10n.t(
        "Careful: when this app client was last written from here, it was “{0}”. Now no environments file says so.",
        before?.environment ?? "",
      );
    case "unprotected":
      return vscode.l10n.t(
        "Careful: “{0}” was protected when this app client was last written from here, and no longer is.",
        before?.environment ?? "",
      );
    default:
      return undefined;
  }
}

/** Under which the profile that served an environment is remembered. */
export function profileKey({ file, environment }: ExistingClient): string | undefined {
  return environment ? `${file ?? ""} ${environment.name} ${environment.account ?? ""}` : undefined;
}
