import {
  comparable,
  isSame,
  lifetimeOf,
  membersOf,
  normalForm,
  type Property,
  UNITS,
} from "../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { type ChangeClass, classOf } from "./change-class.ts";

/** A member that an update changes; both sides as people compare them (`90 minutes`, sorted lists). */
export interface SettingChange {
  readonly path: readonly [string];
  readonly kind: "changed" | "added" | "removed";
  readonly class: ChangeClass;
  /** Why it is of that class, a sentence each. */
  readonly why: readonly string[];
  readonly live?: Json;
  readonly wanted?: Json;
  /** Of lists. */
  readonly added?: readonly Json[];
  readonly removed?: readonly Json[];
}

/** What stays although the spec does not say it. */
export interface Undeclared {
  readonly path: readonly [string];
  readonly live: Json;
  /** What it would be if nobody had changed it; absent where nothing that can be written says it. */
  readonly default?: Json;
}

/** What no update can change. */
export interface Immovable {
  readonly path: readonly [string];
  readonly live: Json;
  readonly wanted: Json;
  /** What to do instead. */
  readonly instead: string;
}

/** The members in which two states differ, most serious first. */
export function settingChanges(live: JsonObject, wanted: JsonObject, guarded = false): SettingChange[] {
  const [is, shall] = [normalForm(live), normalForm(wanted)] as [JsonObject, JsonObject];
  const changes = comparable.flatMap((member): SettingChange[] => {
    const { name } = member;
    const [before, after] = [is[name], shall[name]];
    if (isSame(before as never, after as never)) return [];
    const list = Array.isArray(before ?? after);
    const [had, has] = [listOf(before), listOf(after)];
    const added = has.filter((item) => !had.includes(item));
    const removed = had.filter((item) => !has.includes(item));
    return [
      {
        path: [name],
        kind: before === undefined ? "added" : after === undefined ? "removed" : "changed",
        ...classOf({ name, before, after, added, removed, guarded, longer: isLonger(member, live, wanted) }),
        ...(before === undefined ? {} : { live: before }),
        ...(after === undefined ? {} : { wanted: after }),
        ...(list ? { added, removed } : {}),
      },
    ];
  });
  const rank: Readonly<Record<ChangeClass, number>> = { "may-stop-sign-in": 0, "weakens-security": 1, other: 2 };
  return changes.sort((a, b) => rank[a.class] - rank[b.class]);
}

/**
 * Members that are not their default and that nobody declared.
 * @param poolDefault what an attribute list is when nobody sets it, where the pool's attributes are known.
 */
export function undeclaredOf(
  live: JsonObject,
  declared: readonly string[],
  poolDefault: (name: string, list: Json) => boolean,
): Undeclared[] {
  const [is, standard] = [normalForm(live), normalForm({})] as [JsonObject, JsonObject];
  return comparable.flatMap(({ name, defaultFromPool }): Undeclared[] => {
    const value = is[name];
    if (value === undefined || name === "ClientName" || declared.includes(name)) return [];
    if (isSame(value as never, standard[name] as never)) return [];
    if (defaultFromPool && poolDefault(name, value)) return [];
    const fallback = standard[name];
    return [{ path: [name], live: value, ...(fallback === undefined ? {} : { default: fallback }) }];
  });
}

function isLonger({ name, value: type }: Property, live: JsonObject, wanted: JsonObject): boolean {
  if (type.type !== "integer" || typeof type.unit !== "object") return false;
  const secondsOf = (settings: JsonObject) => lifetimeOf(type, settings[name], membersOf(settings[UNITS])).seconds;
  return (secondsOf(wanted) ?? 0) > (secondsOf(live) ?? Number.POSITIVE_INFINITY);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
