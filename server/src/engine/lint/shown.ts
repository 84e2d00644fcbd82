/** A text that is not a member, but seems to give a client secret: `CLIENT_SECRET=…`, pasted from somewhere. */
const GIVES_SECRET = /client[\s_-]*secret\W+\S/i;

/** A value as messages and titles quote it: cut where it is long. Never pass a secret. */
export function shown(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  if (GIVES_SECRET.test(value)) return "(not shown, because it may hold a client secret)";
  const [...characters] = value;
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 57).join("")}…` : value);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], conjunction = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}
