import type { NamedClient } from "../../aws/answers.ts";
import type { Journal, Note } from "../../journal/note.ts";
import type { Problem } from "../../problem.ts";
import { problemOf } from "../../refusals/explain.ts";
import type { Session } from "../../sign-in/connection.ts";
import type { Resolution } from "../outcome.ts";
import { lookOnce } from "./look-up.ts";

/**
 * Says what became of a create that was sent and never settled.
 * "Not created" is only said when the request is too old to take effect any more: AWS refuses signatures after five minutes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function resolveCreate(
  record: Note,
  session: Session,
  journal: Journal,
  signatureLife: number,
): Promise<Resolution> {
  const unknown = (problem: Problem, candidates: readonly NamedClient[] = []): Resolution => ({
    outcome: "unknown",
    record,
    candidates,
    problem,
  });
  const { accountId } = session.identity;
  if (record.accountId !== undefined && record.accountId !== accountId) {
    return unknown({
      kind: "credentials",
      message: `${record.clientName} was sent to account ${record.accountId}; ${session.profile.label} is in ${accountId ?? "an account that is not known"}. Choose a profile of that account.`,
      next: { kind: "choose-profile" },
    });
  }
  const sighting = await lookOnce(session.gateway(record.poolId), {
    poolId: record.poolId,
    clientName: record.clientName,
    knownIds: record.knownIds ?? [],
    request: record.shown,
    secretKnown: false,
  });
  if (sighting.kind === "blind")
    return unknown(problemOf(sighting.error, { connection: session, poolId: record.poolId }));
  const tooOld = Date.now() - Date.parse(record.sentAt) > signatureLife;
  if (sighting.kind === "nothing" && tooOld) {
    await journal.remove(record.id);
    const message = `${record.clientName} was not created: the pool has no new app client of that name, and the request has lapsed.`;
    return { outcome: "not-done", record, message };
  }
  if (sighting.kind === "nothing") {
    return unknown(
      lookAgain(
        `${record.clientName} has not appeared in the pool so far. A request counts for up to five minutes: look again then.`,
      ),
    );
  }
  if (sighting.kind === "unclear" || record.knownIds === undefined) {
    if (sighting.kind === "found") sighting.client.forgetSecret();
    const candidates =
      sighting.kind === "unclear" ? sighting.candidates : [{ id: sighting.client.clientId, name: record.clientName }];
    const ids = candidates.map(({ id }) => id).join(", ");
    return unknown(
      lookAgain(`Whether ${ids} comes from this create cannot be told. Compare it with the spec.`),
      candidates,
    );
  }
  const { clientId, hasSecret } = sighting.client;
  sighting.client.forgetSecret();
  await journal.remove(record.id);
  return { outcome: "done", clientId, hasSecret, record };
}

function lookAgain(message: string): Problem {
  return { kind: "unknown-outcome", message, next: { kind: "look-again" } };
}
