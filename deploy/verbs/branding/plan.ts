import { CallError } from "../../aws/call-error.ts";
import type { Note } from "../../journal/note.ts";
import { assertAccount } from "../../plan/assert-account.ts";
import type { BrandingChange } from "../../plan/change.ts";
import type { Plan } from "../../plan/plan.ts";
import { liveAt, ofLive, planOf, type Target } from "../../plan/target.ts";
import { fail, ok, type Result } from "../../problem.ts";
import { problemOf } from "../../refusals/explain.ts";
import type { Session } from "../../sign-in/connection.ts";

/**
 * Where the pool's domain has managed login, an app client's pages stay unavailable until it has a style. Cognito's own one is
 * offered where none exists; a classic domain needs none.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
 */
export async function planBranding(
  session: Session,
  target: Target,
  notes: readonly Note[],
): Promise<Result<Plan<BrandingChange> | undefined>> {
  const stranger = assertAccount(session, target.environment);
  if (stranger) return fail(stranger);
  const { poolId, clientId } = target;
  const gateway = session.gateway(poolId);
  try {
    const [live, { domain, poolName }] = await Promise.all([liveAt(session, target), gateway.describePool(poolId)]);
    if (!live.ok) return live;
    if (!domain) return ok(undefined);
    const [isNeeded, isThere] = await Promise.all([
      gateway.domainHasManagedLogin(domain),
      gateway.hasBranding(poolId, clientId),
    ]);
    if (!isNeeded || isThere) return ok(undefined);
    return ok(
      planOf(session, {
        verb: "branding",
        ...ofLive(session, target, live.value, notes),
        ...(poolName === undefined ? {} : { poolName }),
        shown: { UserPoolId: poolId, ClientId: clientId, UseCognitoProvidedValues: true },
      }),
    );
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return fail(problemOf(error, { connection: session, poolId }));
  }
}
