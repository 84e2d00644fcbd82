import type { Outcome, SecretsChange } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { problemJson, problemText } from "../problem.ts";

/** What became of adding a secret, or of deleting one. */
export interface Told {
  readonly file: string;
  readonly shown: SecretsChange;
  readonly outcome: Outcome<SecretsChange>;
  /** The value, where it was asked for. */
  readonly secret?: string;
}

export function toldText({ file, shown, outcome, secret }: Told): string {
  const name = forTerminal(file);
  if (outcome.outcome !== "done") return `${name}: ${problemText(outcome.problem)}`;
  const { secretId, adopted, note } = outcome;
  const lines =
    shown.action === "delete"
      ? [`${name}: deleted the secret ${forTerminal(shown.secretId ?? "")} of ${forTerminal(shown.clientName)}.`]
      : [`${name}: added the secret ${forTerminal(secretId ?? "")} to ${forTerminal(shown.clientName)}.`];
  if (adopted) lines.push("  The answer was lost; a look at AWS shows that it happened.");
  if (shown.action === "add") {
    lines.push(
      secret === undefined
        ? "  Nobody has its value. Delete this secret and add another."
        : `  Client secret: ${secret}`,
    );
  }
  if (note) lines.push(`  ${forTerminal(note)}`);
  return `${lines.join("\n")}\n`;
}

export function toldJson({ file, shown, outcome, secret }: Told) {
  const { action, clientId, clientName, poolId } = shown;
  const base = { file, action, outcome: outcome.outcome, clientId, clientName, poolId };
  if (outcome.outcome !== "done") return { results: [{ ...base, problem: problemJson(outcome.problem) }] };
  const secretId = outcome.secretId ?? shown.secretId;
  return {
    results: [
      {
        ...base,
        ...(secretId === undefined ? {} : { secretId }),
        ...(outcome.adopted ? { adopted: true } : {}),
        ...(secret === undefined ? {} : { clientSecret: secret }),
        ...(outcome.note === undefined ? {} : { note: outcome.note }),
      },
    ],
  };
}
