import { createHash } from "node:crypto";
import type { Identity } from "../aws/answers.ts";
import { canonical, type Json } from "../json.ts";
import { stateOf } from "../pool/live.ts";
import type { Connection } from "../sign-in/connection.ts";
import type { Change } from "./change.ts";

/**
 * SHA-256 of what is shown. Secrets stay out of it, because a digest is kept in the journal and a secret that a person
 * chose could be guessed from its hash; `apply` compares them in memory instead.
 */
export function digestOf(value: Json): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

/** Over each change (without secrets) and over who would send it, where. */
export function planDigest(connection: Connection, identity: Identity, changes: readonly Change[]): string {
  return digestOf({
    profile: connection.profile.label,
    kind: connection.profile.choice.kind,
    account: identity.accountId ?? null,
    caller: stableCaller(identity.callerArn) ?? null,
    changes: changes.map(stated),
  });
}

/** What a change says, as plain data. */
function stated(change: Change): Json {
  const { region, endpoint } = change.where;
  const { name = null, protected: guarded = false } = change.environment ?? {};
  const place = { verb: change.verb, region, endpoint: endpoint ?? null, environment: name, guarded };
  if (change.verb === "create") return { ...place, request: change.shown };
  const { live } = change;
  const secrets = change.verb === "secrets" ? change.secrets.map(({ id }) => id) : null;
  return {
    ...place,
    secrets,
    live: { state: stateOf(live), changedAt: live.changedAt ?? null },
    request: change.shown,
  };
}

/** Without the session name of an assumed role, which changes when a session is renewed. */
function stableCaller(arn: string | undefined): string | undefined {
  return arn?.replace(/(:assumed-role\/[^/]+)\/.*$/s, "$1");
}
