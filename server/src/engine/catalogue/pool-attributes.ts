import { attributePrefixes, readOnlyAttributes, standardAttributes } from "./attributes.ts";
import { nearest, slips } from "./nearest.ts";
import { reduce } from "./respelling.ts";

/** Attributes that every pool has. */
const everyPools: readonly string[] = [...standardAttributes, ...readOnlyAttributes].map(({ value }) => value);

/**
 * Why no pool can have an attribute of this name: it is neither standard nor has it the prefix of a pool's own, or what stands behind
 * the prefix is no name. `undefined` where some pool can; names with another colon in them are AWS's business.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export function impossibleAttribute(name: string): string | undefined {
  if (everyPools.includes(name) || name === "identities") return undefined;
  const { custom } = attributePrefixes;
  if (name.startsWith(custom)) {
    const own = name.slice(custom.length);
    if (own === "") return "has nothing behind its prefix";
    if ([...own].length > 20)
      return "has more than the 20 characters that a pool's own attribute may have behind its prefix";
    return /\p{Z}/u.test(own) ? "has a space in it, which no attribute may have" : undefined;
  }
  return name.includes(":") ? undefined : "is no standard attribute, and a pool's own ones have the prefix custom:";
}

/** What is probably meant by a name that no pool has: a standard attribute in another spelling, or one of the pool's own. */
export function likelyAttribute(name: string, names: readonly string[] = everyPools): string | undefined {
  const letters = reduce(name);
  const standard = names.find((known) => reduce(known) === letters);
  if (standard !== undefined) return standard;
  const other = otherName(name);
  if (other !== undefined && names.includes(other)) return other;
  const near = nearest(name, new Set(names), slips(name));
  if (near !== undefined) return near;
  const own = attributePrefixes.custom + name;
  return name.includes(":") || impossibleAttribute(own) !== undefined ? undefined : own;
}

/** What forms and other directories call the standard attributes. */
const otherNames: Readonly<Record<string, string>> = {
  firstname: "given_name",
  lastname: "family_name",
  surname: "family_name",
  mail: "email",
  emailaddress: "email",
  phone: "phone_number",
  mobile: "phone_number",
  avatar: "picture",
  dateofbirth: "birthdate",
  language: "locale",
  timezone: "zoneinfo",
  username: "preferred_username",
};

function otherName(name: string): string | undefined {
  const letters = reduce(name);
  return Object.hasOwn(otherNames, letters) ? otherNames[letters] : undefined;
}

/** The names of a pool's attributes, the standard ones included. */
export function attributeNames(schema: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set([...everyPools, ...schema.map(({ name }) => name)]);
}

/** What somebody meant by a name that the pool does not have: the prefix is forgotten most often. */
export function similarAttribute(name: string, names: ReadonlySet<string>): string | undefined {
  const custom = attributePrefixes.custom + name;
  if (names.has(custom)) return custom;
  const other = otherName(name);
  return other !== undefined && names.has(other) ? other : nearest(name, names, slips(name));
}
