import { unitSeconds } from "../../catalogue/entry.ts";
import type { Part } from "../../document/part.ts";
import type { Spec, Token } from "../../reading/spec.ts";
import { rangeAt } from "../checks/check-range.ts";
import type { Fix } from "../rule.ts";
import { dropMember, use } from "./fix.ts";

/**
 * For a lifetime whose bare number is out of bounds: the nearest legal one in its unit, or none at all for the default.
 * A 0 for an access or ID token is what describe and terraform show for "never set", so leaving it out keeps the meaning.
 */
export function lifetimeFixes(part: Part, spec: Spec, token: Token): Fix[] {
  const { value, unit } = spec.lifetime(token);
  if (value.state !== "known") return [];
  const seconds = rangeAt(value.member.key).seconds;
  const title = `Remove ${value.member.key} (the default is ${token === "RefreshToken" ? "30 days" : "1 hour"})`;
  const removal = dropMember(part, spec.node, value.member, { title, safe: value.value === 0 });
  if (value.value <= 0 || !unit || !seconds) return removal;
  const most = Math.floor(seconds.maximum / unitSeconds[unit]);
  const word = most === 1 ? unit.replace(/s$/, "") : unit;
  return [...use(part, value.node, most, { title: `Use ${most} (${word}), the longest that is allowed` }), ...removal];
}
