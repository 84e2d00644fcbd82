import type { ClientSecret } from "../../aws/answers.ts";
import type { Note } from "../../journal/note.ts";

/** What a list of secrets says about a write whose answer was lost. */
export type SecretsShow =
  | { readonly is: "deleted"; readonly message: string }
  /** Secrets that were not there before. Nobody knows their values. */
  | { readonly is: "added"; readonly ids: readonly string[]; readonly message: string }
  | { readonly is: "nothing"; readonly message: string };

/** @param now the secrets, where they could be listed. */
export function whatSecretsShow(
  { clientName, knownIds = [], shown }: Note,
  now: readonly ClientSecret[] | undefined,
): SecretsShow {
  const deleted = shown["ClientSecretId"];
  const verb = deleted === undefined ? "been given another secret" : "lost a secret";
  if (!now) return { is: "nothing", message: `${clientName} may have ${verb}; its secrets cannot be listed.` };
  if (typeof deleted === "string") {
    return now.some(({ id }) => id === deleted)
      ? {
          is: "nothing",
          message: `The secret ${deleted} of ${clientName} is still there so far; deleting it once more does no harm.`,
        }
      : { is: "deleted", message: `The secret ${deleted} of ${clientName} is gone.` };
  }
  const ids = now.filter(({ id }) => !knownIds.includes(id)).map(({ id }) => id);
  if (ids.length === 0)
    return { is: "nothing", message: `${clientName} has no new secret so far. Look again before you add one.` };
  const message =
    ids.length === 1
      ? `A secret was made whose value nobody knows: ${ids[0]}. Delete exactly this one, then add again.`
      : `${clientName} has new secrets (${ids.join(", ")}), and whose they are cannot be told. Ask who added them before you delete one.`;
  return { is: "added", ids, message };
}
