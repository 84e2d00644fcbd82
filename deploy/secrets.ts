import type { Json, JsonObject } from "./json.ts";

/** Stands where a spec's own secret would. */
export const secretNotShown = "(set in the spec, not shown)";

/** `ClientSecret` however it is spelt: a misspelt one is refused, and must not be shown for that. */
export function isSecretName(name: string): boolean {
  return name.replace(/[\s_-]/g, "").toLowerCase() === "clientsecret";
}

/** @returns the request with its secret replaced, in the same order. */
export function withoutSecret(request: JsonObject): JsonObject {
  if (!Object.keys(request).some(isSecretName)) return request;
  return Object.fromEntries(
    Object.entries(request).map(([key, value]) => [key, isSecretName(key) ? secretNotShown : value]),
  );
}

/** @returns whether a text repeats a secret of the request. Compared with the secret itself, not guessed by a pattern. */
export function repeatsSecret(text: string, request: JsonObject | undefined): boolean {
  const secrets = Object.entries(request ?? {}).flatMap(([key, value]) => (isSecretName(key) ? stringsOf(value) : []));
  return secrets.some((secret) => secret !== "" && text.includes(secret));
}

function stringsOf(value: Json): string[] {
  if (value === null || typeof value !== "object") return [String(value)];
  return Object.values(value).flatMap(stringsOf);
}
