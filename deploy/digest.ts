import { createHash } from "node:crypto";
import type { Json, JsonObject } from "./types.ts";

/** JSON with sorted keys: equal values give equal text. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/**
 * SHA-256 of what is shown. Secrets stay out of it, because a digest is kept in the journal and a secret that a person
 * chose could be guessed from its hash; `apply` compares them in memory instead.
 */
export function digestOf(value: Json): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonical(a) === canonical(b);
}
