import type { TokenUnit } from "../catalogue/entry.ts";
import { type Bounds, boundsOf, lifetimeType, type Token } from "../catalogue/lifetime.ts";
import type { ScalarNode } from "../document/node.ts";
import type { Field } from "./fields.ts";
import type { Lifetime } from "./lifetime.ts";
import type { Spec } from "./spec.ts";

/**
 * How a lifetime stands to AWS's limits. `raw`: the bare number is more than the member can hold in any unit, which
 * the member's own raw-range rule reports. `default`: absent, or a refresh validity of 0, which means the default.
 */
export function standing({ token, value, seconds }: Lifetime): "unknown" | "raw" | "default" | "outside" | "within" {
  if (value.state === "absent") return "default";
  if (value.state === "unknown" || seconds === undefined) return "unknown";
  const type = lifetimeType(token);
  if (value.value < type.minimum || value.value > type.maximum) return "raw";
  if (value.value === 0) return "default";
  const { minimum, maximum } = boundsOf(token);
  return seconds < minimum || seconds > maximum ? "outside" : "within";
}

/**
 * Whether the lifetime rests on a default unit that may not apply: an update that names no unit seems to keep the old one
 * (Terraform's provider writes the defaults out for that reason, hashicorp/terraform-provider-aws#32504).
 */
export function mayKeepOldUnit(spec: Spec, { unitField }: Lifetime): boolean {
  return spec.operation === "update" && unitField.state === "absent";
}

/** AWS's limits, narrowed so that access and ID token do not outlive the refresh token; `minimum > maximum` when nothing fits. */
export function boundsBeside(spec: Spec, token: Token): Bounds {
  const { minimum, maximum } = boundsOf(token);
  const others = token === "RefreshToken" ? (["AccessToken", "IdToken"] as const) : (["RefreshToken"] as const);
  const seconds = others.flatMap((other) => {
    const lifetime = spec.lifetime(other);
    const state = standing(lifetime);
    return lifetime.seconds !== undefined && (state === "within" || state === "default") ? [lifetime.seconds] : [];
  });
  return token === "RefreshToken"
    ? { minimum: Math.max(minimum, ...seconds), maximum }
    : { minimum, maximum: Math.min(maximum, ...seconds) };
}

/** A lifetime whose number is in the file, with its effective seconds, as long as no rule calls it wrong. */
export interface Given {
  readonly field: Field<number, ScalarNode> & { readonly state: "known" };
  readonly unit: TokenUnit;
  readonly seconds: number;
}

/** @returns the lifetime when its number and unit are known and it lies in the bounds, else `undefined`. */
export function given(lifetime: Lifetime, { minimum, maximum }: Bounds): Given | undefined {
  const { value: field, unit, seconds } = lifetime;
  if (field.state !== "known" || unit === undefined || seconds === undefined) return undefined;
  return seconds >= minimum && seconds <= maximum ? { field, unit, seconds } : undefined;
}
