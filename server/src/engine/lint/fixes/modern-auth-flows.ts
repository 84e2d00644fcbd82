import { legacyAuthFlows } from "../../catalogue/auth-flows.ts";
import type { Ternary } from "../../reading/fields.ts";

/**
 * The whole list in ALLOW_ names, each once, in the old order. An old list let people refresh without saying so,
 * hence ALLOW_REFRESH_TOKEN_AUTH is added, unless rotation, which forbids it, is or may be on.
 */
export function modernAuthFlows(flows: readonly string[], rotation: Ternary): string[] {
  const modern = flows.map((flow) => (Object.hasOwn(legacyAuthFlows, flow) ? (legacyAuthFlows[flow] ?? flow) : flow));
  return [...new Set(rotation === "no" ? [...modern, "ALLOW_REFRESH_TOKEN_AUTH"] : modern)];
}
