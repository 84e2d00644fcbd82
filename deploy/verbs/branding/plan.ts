import { CallError } from "../../aws/call-error.ts";
import type { Note } from "../../journal/note.ts";
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
  const live = await liveAt(session, target);
  if (!live.ok) return live;
  const { poolId, clientId } = target;
  const gateway = session.gateway(poolId);
  try {
    const { domain, poolName } = await gateway.describePool(poolId);
    if (!domain || !(await gateway.domainHasManagedLogin(domain))) return ok(undefined);
    if (await gateway.hasBranding(poolId, clientId)) return ok(undefined);
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
