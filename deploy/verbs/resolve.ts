import type { Journal, Note, VerbName } from "../journal/note.ts";
import type { Session } from "../sign-in/connection.ts";
import { resolveBranding } from "./branding/resolve.ts";
import { resolveCreate } from "./create/resolve.ts";
import { resolveDelete } from "./delete/resolve.ts";
import type { Resolution } from "./outcome.ts";
import type { Resolver } from "./resolver.ts";
import { resolveSecrets } from "./secrets/resolve.ts";
import { resolveUpdate } from "./update/resolve.ts";

const resolvers: Readonly<Record<VerbName, Resolver>> = {
  create: resolveCreate,
  update: resolveUpdate,
  delete: resolveDelete,
  secrets: resolveSecrets,
  branding: resolveBranding,
};

/**
 * Says what became of a write that was sent and never settled, and forgets its note when that is certain.
 * "Not done" is only said when the request is too old to take effect any more: AWS refuses signatures after five minutes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * @param signatureLife milliseconds.
 */
export async function resolveNote(
  record: Note,
  session: Session,
  journal: Journal,
  signatureLife: number,
): Promise<Resolution> {
  const { accountId } = session.identity;
  if (record.accountId !== undefined && record.accountId !== accountId) {
    const message = `The write to ${record.clientName} was sent to account ${record.accountId}; ${session.profile.label} is in ${accountId ?? "an account that is not known"}. Choose a profile of that account.`;
    const problem = { kind: "credentials", message, next: { kind: "choose-profile" } } as const;
    return { outcome: "unknown", record, candidates: [], problem };
  }
  const tooOld = Date.now() - Date.parse(record.sentAt) > signatureLife;
  const resolved = await resolvers[record.verb](record, session, tooOld);
  if (resolved.is === "unknown") {
    return { outcome: "unknown", record, candidates: resolved.candidates ?? [], problem: resolved.problem };
  }
  await journal.remove(record.id);
  if (resolved.is === "not-done") return { outcome: "not-done", record, message: resolved.message };
  return { outcome: "done", record, clientId: resolved.clientId, hasSecret: resolved.hasSecret };
}
