import { defaultAuthFlows } from "./auth-flows.ts";
import type { TokenUnit } from "./entry.ts";
import { unitSeconds } from "./entry.ts";
import { memberOf, properties, property } from "./properties.ts";

/** A member that a request leaves out, and what Cognito puts in its place. */
export interface EffectiveDefault {
  /** From the request's root, e.g. `["TokenValidityUnits", "IdToken"]`. */
  readonly path: readonly string[];
  /** What one would write to say the same. `undefined` when it depends on the pool, or AWS does not document it. */
  readonly value: unknown;
  /** For people: `30 days`. */
  readonly text: string;
}

type Request = Readonly<Record<string, unknown>>;

/** Rows with nothing to compute: the text is the catalogue's. */
const plain: readonly (readonly [name: string, value: unknown])[] = [
  ["GenerateSecret", false],
  ["AllowedOAuthFlowsUserPoolClient", false],
  ["TokenValidityUnits", { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" }],
  ["RefreshTokenRotation", { Feature: "DISABLED", RetryGracePeriodSeconds: 0 }],
  ["EnableTokenRevocation", true],
  ["AuthSessionValidity", 3],
  ["PreventUserExistenceErrors", "LEGACY"],
  ["EnablePropagateAdditionalUserContextData", false],
  // What is a standard attribute of the pool, and can be changed, only the pool knows.
  ["ReadAttributes", undefined],
  ["WriteAttributes", undefined],
];

function object(value: unknown): Request | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Request) : undefined;
}

function textOf(path: readonly string[]): string {
  return memberOf(path)?.defaultText ?? "";
}

function nested(request: Request, name: string, members: Request): EffectiveDefault[] {
  const given = object(request[name]);
  if (given === undefined) return [];
  return Object.keys(members)
    .filter((member) => given[member] === undefined)
    .map((member) => ({ path: [name, member], value: members[member], text: textOf([name, member]) }));
}

/** AccessTokenValidity and IdTokenValidity stay at one hour when only their unit is given (a terraform acceptance test shows it). */
function shortLived(request: Request, name: "AccessToken" | "IdToken"): EffectiveDefault[] {
  const member = `${name}Validity`;
  if (request[member] !== undefined) return [];
  const unit = object(request.TokenValidityUnits)?.[name] ?? "hours";
  const seconds = Object.hasOwn(unitSeconds, String(unit)) ? unitSeconds[unit as TokenUnit] : undefined;
  const value = seconds !== undefined && 3600 % seconds === 0 ? 3600 / seconds : undefined;
  return [{ path: [member], value, text: textOf([member]) }];
}

function refresh(request: Request): EffectiveDefault[] {
  const path = ["RefreshTokenValidity"];
  const given = request.RefreshTokenValidity;
  if (given !== undefined && given !== 0) return [];
  if (given === 0) return [{ path, value: undefined, text: "30 days, because 0 means the default" }];
  const unit = object(request.TokenValidityUnits)?.RefreshToken ?? "days";
  if (unit === "days") return [{ path, value: 30, text: textOf(path) }];
  return [{ path, value: undefined, text: `not documented for a unit (${String(unit)}) without a number` }];
}

function flows(request: Request): EffectiveDefault[] {
  const path = ["ExplicitAuthFlows"];
  if (request.ExplicitAuthFlows !== undefined) return [];
  // Requests that turn rotation on and leave the list out are accepted, although the default names the flow that excludes it.
  if (object(request.RefreshTokenRotation)?.Feature === "ENABLED")
    return [
      { path, value: undefined, text: "the default flows; renewal by rotation instead of ALLOW_REFRESH_TOKEN_AUTH" },
    ];
  return [{ path, value: defaultAuthFlows, text: textOf(path) }];
}

/**
 * What Cognito fills in for members that a request leaves out. Members without a default (URLs, scopes, providers) are not listed.
 *
 * @param request the members as plain data, as they would be sent.
 * @param operation in an update, what Cognito is known to keep is not listed.
 * @returns in the catalogue's order. Source: the API reference's text of each member.
 */
export function effectiveDefaults(request: Request, operation: "create" | "update" = "create"): EffectiveDefault[] {
  const absent = plain
    .filter(([name]) => request[name] === undefined)
    .filter(([name]) => name !== "GenerateSecret" || request.ClientSecret === undefined)
    .filter(([name]) => operation === "create" || property(name)?.omittedInUpdate === "reset")
    .map(([name, value]) => ({ path: [name], value, text: textOf([name]) }));
  const all = [
    ...flows(request),
    ...shortLived(request, "AccessToken"),
    ...shortLived(request, "IdToken"),
    ...refresh(request),
    ...absent,
    ...nested(request, "TokenValidityUnits", { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" }),
    ...nested(request, "RefreshTokenRotation", { RetryGracePeriodSeconds: 0 }),
    ...nested(request, "AnalyticsConfiguration", { UserDataShared: false }),
  ];
  return properties.flatMap(({ name }) => all.filter(({ path }) => path[0] === name));
}
