import type { PlainValue } from "../document/edit/emit.ts";
import type { IntegerType, Property } from "./entry.ts";
import { lifetimeOf, UNITS } from "./lifetime.ts";
import { membersFor } from "./properties.ts";

/** A request's members as plain data, as they are sent. */
export type Settings = Readonly<Record<string, unknown>>;

/** A member that a request leaves out, and what Cognito puts in its place. */
export interface EffectiveDefault {
  /** From the request's root, e.g. `["TokenValidityUnits", "IdToken"]`. */
  readonly path: readonly string[];
  /** What one would write to say the same. `undefined` when it depends on the pool, or AWS does not document it. */
  readonly value: PlainValue | undefined;
  /** For people: `30 days`. */
  readonly text: string;
}

/** @returns the members of an object, none for anything else. */
export function membersOf(value: unknown): Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : {};
}

/**
 * @returns what says the same as the member's absence, its own members' defaults included; `undefined` where nothing that can
 * be written does (attribute lists, a redirect, analytics): an update can only leave such a member out.
 */
export function writtenDefault(member: Property): PlainValue | undefined {
  const { value } = member;
  if (value.type !== "object") return value.default;
  if (value.default === undefined) return undefined;
  const members = value.members.flatMap((inner) => {
    const written = writtenDefault(inner);
    return written === undefined ? [] : [[inner.name, written] as const];
  });
  return { ...Object.fromEntries(members), ...value.default };
}

/** Whether the member's default is another one, not written down, because of what else stands in the request. */
export function hasOtherDefault({ defaultUnless }: Property, request: Settings): boolean {
  if (defaultUnless === undefined) return false;
  const [outer, inner] = defaultUnless.path;
  return membersOf(request[outer])[inner] === defaultUnless.is;
}

/**
 * What Cognito fills in for members that a request leaves out. Members without a default (URLs, scopes, providers) are not listed.
 *
 * @param request the members as plain data, as they would be sent.
 * @param operation in an update, only what Cognito is known to reset is listed.
 * @returns in the catalogue's order. Source: the API reference's text of each member.
 */
export function effectiveDefaults(request: Settings, operation: "create" | "update" = "create"): EffectiveDefault[] {
  const given = (member: Property) => request[member.name] !== undefined;
  const hasSecret = membersFor("create").some((member) => member.comparedAs === "secret" && given(member));
  return membersFor(operation).flatMap((member) => {
    if (given(member)) return within(member, request[member.name]);
    if (member.comparedAs === "secret" && hasSecret) return [];
    if (operation === "update" && member.omittedInUpdate?.is !== "reset") return [];
    return absent(member, request);
  });
}

function absent(member: Property, request: Settings): EffectiveDefault[] {
  const path = [member.name];
  if (member.defaultUnless && hasOtherDefault(member, request))
    return [{ path, value: undefined, text: member.defaultUnless.text }];
  const { value: type, defaultText: text = "" } = member;
  if (type.type === "integer" && typeof type.unit === "object") return [lifetime(member.name, type, request, text)];
  const value = writtenDefault(member);
  const saysNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  return saysNothing && !member.defaultFromPool ? [] : [{ path, value, text }];
}

/** A lifetime whose unit alone is given. An hour stays an hour (a test of Terraform's provider shows it). */
function lifetime(name: string, type: IntegerType, request: Settings, text: string): EffectiveDefault {
  const path = [name];
  const { unit, isDefaultUnit, defaultCount } = lifetimeOf(type, undefined, membersOf(request[UNITS]));
  if (isDefaultUnit) return { path, value: type.default, text };
  if (typeof type.unit === "object" && type.unit.alone === "default") return { path, value: defaultCount, text };
  return { path, value: undefined, text: `not documented for a unit (${unit}) without a number` };
}

/** What is filled in within a member that is there. */
function within({ name, value: type, defaultText = "" }: Property, value: unknown): EffectiveDefault[] {
  if (type.type === "integer" && type.zeroIsDefault && value === 0)
    return [{ path: [name], value: undefined, text: `${defaultText}, because 0 means the default` }];
  if (type.type !== "object" || typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const given = membersOf(value);
  return type.members
    .filter((inner) => given[inner.name] === undefined && writtenDefault(inner) !== undefined)
    .map((inner) => ({ path: [name, inner.name], value: writtenDefault(inner), text: inner.defaultText ?? "" }));
}
