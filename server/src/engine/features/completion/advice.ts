import { userScopes } from "../../catalogue/scopes.ts";
import { findItem, itemsOf } from "../../reading/lists.ts";
import type { Spec } from "../../reading/spec.ts";

/** @returns why a value would break a rule beside what the spec says already, in a few words; `undefined` when it would not. */
export function adviceFor(member: string, value: string, spec: Spec): string | undefined {
  switch (member) {
    case "ExplicitAuthFlows":
      return authFlowAdvice(value, spec);
    case "AllowedOAuthFlows":
      return oauthFlowAdvice(value, spec);
    case "AllowedOAuthScopes":
      return scopeAdvice(value, spec);
    case "WriteAttributes":
      return NEVER_WRITABLE.has(value) ? "Cognito alone sets it" : undefined;
    default:
      return undefined;
  }
}

const NEVER_WRITABLE: ReadonlySet<string> = new Set(["email_verified", "phone_number_verified", "sub"]);

function authFlowAdvice(value: string, spec: Spec): string | undefined {
  const others = itemsOf(spec.authFlows).filter((item) => item.value !== value);
  const isNew = (flow: string) => flow.startsWith("ALLOW_");
  if (value === "ALLOW_REFRESH_TOKEN_AUTH" && spec.rotation === "yes") return "not with refresh token rotation";
  if (value === "ALLOW_CLIENT_TOKEN_AUTH" && others.length > 0) return "only alone in the list";
  if (others.some((item) => item.value === "ALLOW_CLIENT_TOKEN_AUTH")) return "ALLOW_CLIENT_TOKEN_AUTH stands alone";
  if (!isNew(value) && others.some((item) => isNew(item.value))) return "old name, not beside ALLOW_ names";
  if (isNew(value) && others.some((item) => !isNew(item.value))) return "not beside the old names";
  return undefined;
}

function oauthFlowAdvice(value: string, spec: Spec): string | undefined {
  if (value === "client_credentials")
    return findItem(spec.flows, "code", "implicit") ? "not beside code or implicit" : undefined;
  return findItem(spec.flows, "client_credentials") ? "not beside client_credentials" : undefined;
}

function scopeAdvice(value: string, spec: Spec): string | undefined {
  const isUserScope = (userScopes as readonly string[]).includes(value);
  return isUserScope && findItem(spec.flows, "client_credentials")
    ? "needs a user: not with client_credentials"
    : undefined;
}
