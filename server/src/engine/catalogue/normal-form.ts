import type { PlainValue } from "../document/edit/emit.ts";
import { hasOtherDefault, membersOf, type Settings, writtenDefault } from "./defaults.ts";
import { duration } from "./duration.ts";
import type { Property, ValueType } from "./entry.ts";
import { lifetimeOf, UNITS } from "./lifetime.ts";
import { membersFor } from "./properties.ts";

/** A member in which an app client as it is and as it shall be differ, each in normal form. */
export interface Difference {
  readonly path: readonly [string];
  readonly live: PlainValue | undefined;
  readonly wanted: PlainValue | undefined;
}

/** The members of an app client that can be compared and changed: not its ids, its secret, or the units of its lifetimes. */
export const comparable: readonly Property[] = membersFor("update").filter(
  ({ comparedAs }) => comparedAs === undefined,
);

/**
 * Settings so written that equal ones look equal, whether a person, a request or AWS's answer says them: lists are sets
 * (sorted, each item once), an empty list is absent, defaults are filled in, a lifetime is one text with its unit
 * (`90 minutes`), and what AWS fills in by itself or ignores is left out. What is not of the member's type stays as it is.
 *
 * @returns a value for each comparable member that has one, in the catalogue's order. Sources: Terraform's acceptance tests,
 * AWS's examples of describe-user-pool-client, and what go-to-k/cdk-real-drift saw.
 */
export function normalForm(settings: Settings): Readonly<Record<string, PlainValue>> {
  const values = comparable.flatMap((member) => {
    const value = normalValue(member, settings);
    return value === undefined ? [] : [[member.name, value] as const];
  });
  return Object.fromEntries(values);
}

/**
 * What would have to change in a live app client to become the wanted one. Silence about a member means its default; where
 * that cannot be known (attribute lists, which depend on the pool), silence differs from nothing.
 */
export function differences(live: Settings, wanted: Settings): Difference[] {
  const [is, shall] = [normalForm(live), normalForm(wanted)];
  return comparable.flatMap((member): Difference[] => {
    const { name } = member;
    if (isSilence(wanted[name]) && (member.defaultFromPool || hasOtherDefault(member, wanted))) return [];
    return isSame(is[name], shall[name]) ? [] : [{ path: [name], live: is[name], wanted: shall[name] }];
  });
}

/** Whether two normal forms are the same, the order of an object's members aside. */
export function isSame(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** @returns whether AWS takes the value for the member's default: nothing, or an empty list, which answers leave out. */
export function isSilence(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function normalValue(member: Property, settings: Settings): PlainValue | undefined {
  const { value: type } = member;
  const value = settings[member.name] as PlainValue | undefined;
  if (type.type === "integer" && typeof type.unit === "object") {
    const { seconds } = lifetimeOf(type, value, membersOf(settings[UNITS]));
    return seconds === undefined ? value : duration(seconds);
  }
  return normal(type, isSilence(value) ? writtenDefault(member) : value);
}

function normal(type: ValueType, value: PlainValue | undefined): PlainValue | undefined {
  if (type.type === "list") return asSet(value);
  if (type.type !== "object" || value === undefined || typeof value !== "object" || Array.isArray(value)) return value;
  const given = membersOf(value) as Readonly<Record<string, PlainValue>>;
  const full = (inner: Property) => given[inner.name] ?? writtenDefault(inner);
  const counts = ({ countsWhile, filledInBeside }: Property) =>
    (countsWhile === undefined || given[countsWhile.member] === countsWhile.is) &&
    (filledInBeside === undefined || given[filledInBeside] === undefined);
  const known = type.members.filter(counts).flatMap((inner) => {
    const kept = normal(inner.value, full(inner));
    return kept === undefined ? [] : [[inner.name, kept] as const];
  });
  const others = Object.entries(given).filter(([key]) => !type.members.some((inner) => inner.name === key));
  return Object.fromEntries([...known, ...others]);
}

function asSet(value: PlainValue | undefined): PlainValue | undefined {
  if (!Array.isArray(value)) return value;
  return value.length === 0 ? undefined : [...new Set(value.map(String))].sort();
}

function sorted(value: PlainValue | undefined): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
