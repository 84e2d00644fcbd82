import type { ClientSecret } from "../../aws/answers.ts";
import type { Note } from "../../journal/note.ts";
import type { SecretsChange } from "../../plan/change.ts";
import type { Plan } from "../../plan/plan.ts";
import { liveAt, ofLive, planOf, type Target } from "../../plan/target.ts";
import type { Live } from "../../pool/live.ts";
import { fail, ok, type Problem, type Result } from "../../problem.ts";
import type { Session } from "../../sign-in/connection.ts";

export type SecretsAction = { readonly action: "add" } | { readonly action: "delete"; readonly secretId: string };

/** An app client has at most so many: AddUserPoolClientSecret's page. */
const MOST = 2;

/** Milliseconds for which a secret that was just added is probably not yet in use everywhere. */
const FRESH = 10 * 60_000;

/** What adding a secret, or deleting one, would do. Refused here is what AWS would refuse, and what would lock everybody out. */
export async function planSecrets(
  session: Session,
  target: Target,
  asked: SecretsAction,
  notes: readonly Note[],
): Promise<Result<Plan<SecretsChange>>> {
  const live = await liveAt(session, target);
  if (!live.ok) return live;
  const { secrets = [], clientId } = live.value;
  const refused = refusal(live.value, asked);
  if (refused !== undefined) return fail(notPossible(refused));
  const secretId = asked.action === "delete" ? asked.secretId : undefined;
  return ok(
    planOf(session, {
      verb: "secrets",
      ...ofLive(session, target, live.value, notes),
      action: asked.action,
      secrets,
      ...(secretId === undefined ? {} : { secretId }),
      warnings: secretId === undefined ? [] : warningsOf(secrets, secretId),
      shown: {
        UserPoolId: target.poolId,
        ClientId: clientId,
        ...(secretId === undefined ? {} : { ClientSecretId: secretId }),
      },
    }),
  );
}

function refusal({ clientName, dynamic, secret, secrets }: Live, asked: SecretsAction): string | undefined {
  if (dynamic) return `${clientName} was registered dynamically: AWS has no operations for its secret.`;
  if (secret === "no")
    return `${clientName} has no secret, and none can be added: that is settled when an app client is created. Create a new one with GenerateSecret.`;
  if (!secrets)
    return `The secrets of ${clientName} may not be listed, so that nobody can see which one would be meant. Ask for cognito-idp:ListUserPoolClientSecrets.`;
  if (asked.action === "add") {
    const [oldest] = secrets;
    return secrets.length < MOST
      ? undefined
      : `${clientName} has ${secrets.length} secrets, which is the most. Delete the one that is no longer used first, probably the older one (${oldest?.id}).`;
  }
  if (!secrets.some(({ id }) => id === asked.secretId)) return `${clientName} has no secret ${asked.secretId}.`;
  return secrets.length > 1
    ? undefined
    : `It is the only secret of ${clientName}, and an app client keeps one. Add another first.`;
}

function warningsOf(secrets: readonly ClientSecret[], secretId: string): string[] {
  const newest = secrets.at(-1);
  const age = newest?.created === undefined ? undefined : Date.now() - Date.parse(newest.created);
  return [
    ...(newest?.id === secretId
      ? ["This is the newest secret. Whoever has it already can no longer sign in with it."]
      : []),
    ...(newest?.id !== secretId && age !== undefined && age < FRESH
      ? ["The other secret was added less than ten minutes ago. Make sure that everything uses it already."]
      : []),
  ];
}

function notPossible(message: string): Problem {
  return { kind: "refused", message, next: { kind: "none" } };
}
