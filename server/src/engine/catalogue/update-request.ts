import type { PlainValue } from "../document/edit/emit.ts";
import { hasOtherDefault, membersOf, type Settings, writtenDefault } from "./defaults.ts";
import type { IntegerType, Property } from "./entry.ts";
import { lifetimeOf, UNITS, unitOf } from "./lifetime.ts";
import { comparable, isSame, isSilence, normalForm } from "./normal-form.ts";

export interface UpdateSettings {
  /** What an update has to say, without its ids. */
  readonly settings: Readonly<Record<string, PlainValue>>;
  /** Members that go back to their default by being left out, because nothing that can be written says it: look afterwards. */
  readonly byOmission: readonly string[];
}

/**
 * The settings of an update that ends in the wanted state whether AWS resets or keeps what is left out (it does both, and
 * its documentation is wrong about some): each member is said, unless it is and shall be the default. Defaults that
 * nobody has are not sent, because some are refused on a pool of another plan.
 *
 * @param live what Describe returned.
 * @param wanted the whole end state; what it leaves out shall be the default.
 */
export function updateSettings(live: Settings, wanted: Settings): UpdateSettings {
  const [is, shall, standard] = [normalForm(live), normalForm(wanted), normalForm({})];
  const concerned = comparable.filter(
    ({ name }) => !isSame(is[name], standard[name]) || !isSame(shall[name], standard[name]),
  );
  const lifetimes = comparable.filter((member) => isLifetime(member));
  const settings: Record<string, PlainValue> = concerned.some((member) => isLifetime(member))
    ? lifetimesOf(lifetimes, wanted)
    : {};
  const byOmission: string[] = [];
  for (const member of concerned.filter((each) => !isLifetime(each))) {
    const value = sendable(member, wanted);
    if (value === undefined) byOmission.push(member.name);
    else settings[member.name] = value;
  }
  return { settings, byOmission };
}

/** The three numbers and their units are one: a number that is sent without the others' units could change those. */
function lifetimesOf(lifetimes: readonly Property[], wanted: Settings): Record<string, PlainValue> {
  const given = membersOf(wanted[UNITS]);
  const units: Record<string, PlainValue> = {};
  const settings: Record<string, PlainValue> = {};
  for (const { name, value: type } of lifetimes) {
    const { member, default: fallback } = unitOf(type as IntegerType);
    const value = wanted[name];
    const isDefault = isSilence(value) || value === 0;
    const { unit, defaultCount } = lifetimeOf(type as IntegerType, value, given);
    const keepsUnit = !isDefault || defaultCount !== undefined;
    units[member] = (keepsUnit ? unit : fallback) as PlainValue;
    settings[name] = (isDefault ? (defaultCount ?? (type as IntegerType).default) : value) as PlainValue;
  }
  return { ...settings, [UNITS]: units };
}

/** As it is wanted, without what AWS fills in by itself and refuses to be told; else the default, where it can be said. */
function sendable(member: Property, wanted: Settings): PlainValue | undefined {
  const value = wanted[member.name];
  if (isSilence(value)) return hasOtherDefault(member, wanted) ? undefined : writtenDefault(member);
  if (member.value.type !== "object") return value as PlainValue;
  const given = membersOf(value) as Readonly<Record<string, PlainValue>>;
  const filledIn = member.value.members.filter(
    ({ filledInBeside: beside }) => beside !== undefined && given[beside] !== undefined,
  );
  return Object.fromEntries(Object.entries(given).filter(([key]) => !filledIn.some(({ name }) => name === key)));
}

function isLifetime({ value }: Property): boolean {
  return value.type === "integer" && typeof value.unit === "object";
}
