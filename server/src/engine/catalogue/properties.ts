import type { Property, ValueType } from "./entry.ts";
import { identityProperties, responseOnly } from "./identity.ts";
import { oauthProperties } from "./oauth.ts";
import { protectionProperties } from "./protection.ts";
import { signInProperties } from "./sign-in.ts";
import { tokenProperties } from "./tokens.ts";
import { userDataProperties } from "./user-data.ts";

/** Each member with its literal types, for the test that ties names and values to the AWS SDK's types. */
export type LiteralProperty =
  | (typeof identityProperties)[number]
  | (typeof signInProperties)[number]
  | (typeof oauthProperties)[number]
  | (typeof tokenProperties)[number]
  | (typeof protectionProperties)[number]
  | (typeof userDataProperties)[number];

export type PropertyName = LiteralProperty["name"];

/**
 * Every member of the create and update requests, in the order that we recommend in a file (the catalogue's order): who it
 * is, how people sign in, OAuth, tokens, protection, data.
 */
export const properties: readonly Property[] = [
  ...identityProperties,
  ...signInProperties,
  ...oauthProperties,
  ...tokenProperties,
  ...protectionProperties,
  ...userDataProperties,
];

const byName: ReadonlyMap<string, Property> = new Map(properties.map((entry) => [entry.name, entry]));

/** Names that only a response has, so that no create request may contain them. ClientId is legal in an update. */
export const responseOnlyNames: readonly string[] = responseOnly.map((entry) => entry.name);

/** @returns the top-level member of this exact name, else `undefined`. */
export function property(name: string): Property | undefined {
  return byName.get(name);
}

/**
 * Follows JSON pointer steps from a spec's root. Steps into a list stay at the list's member: `["CallbackURLs", 0]` → CallbackURLs.
 *
 * @returns the member at the path, else `undefined`.
 */
export function memberOf(path: readonly (string | number)[]): Property | undefined {
  let members = properties;
  let found: Property | undefined;
  for (const step of path) {
    if (typeof step === "number") {
      if (found?.value.type !== "list") return undefined;
      continue;
    }
    found = members.find((member) => member.name === step);
    if (found === undefined) return undefined;
    members = found.value.type === "object" ? found.value.members : [];
  }
  return found;
}

/** @returns what a value at the path has to be: of a list's item the item's type. `undefined` when there is no such member. */
export function valueTypeAt(path: readonly (string | number)[]): ValueType | undefined {
  const value = memberOf(path)?.value;
  return value?.type === "list" && typeof path.at(-1) === "number" ? value.items : value;
}

/** @returns the members that the operation's request takes, in the catalogue's order. */
export function membersFor(operation: "create" | "update"): readonly Property[] {
  return properties.filter((member) => member.operations.includes(operation));
}
