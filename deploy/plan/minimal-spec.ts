import {
  comparable,
  isSame,
  isSilence,
  lifetimeOf,
  membersOf,
  normalForm,
  UNITS,
  unitOf,
} from "../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Live } from "../pool/live.ts";

/**
 * The shortest create request that makes an app client like a live one: no read-only member, no secret, no default, values and
 * lists as AWS writes them. Compared with what is live, it shows no difference.
 *
 * @param isDefault whether an attribute list is what the pool gives anyway; where that is not known, it stays in the spec.
 */
export function minimalSpec(
  poolId: string,
  live: Live,
  isDefault: (name: string, list: Json) => boolean = () => false,
): JsonObject {
  const [is, standard] = [normalForm(live.settings), normalForm({})];
  const units: Record<string, Json> = {};
  const spec: Record<string, Json> = { UserPoolId: poolId, ClientName: live.clientName };
  for (const { name, value: type, defaultFromPool } of comparable) {
    const value = live.settings[name];
    if (name === "ClientName" || isSilence(value) || isSame(is[name], standard[name])) continue;
    if (defaultFromPool && isDefault(name, value as Json)) continue;
    spec[name] = withoutFilledIn(type, value as Json);
    if (type.type !== "integer" || typeof type.unit !== "object") continue;
    const { unit, isDefaultUnit } = lifetimeOf(type, value, membersOf(live.settings[UNITS]));
    if (!isDefaultUnit) units[unitOf(type).member] = unit as Json;
  }
  if (Object.keys(units).length > 0) spec[UNITS] = units;
  if (live.secret === "yes") spec["GenerateSecret"] = true;
  return spec;
}

/** AWS fills in a role by itself beside an ARN, and refuses to be told. */
function withoutFilledIn(type: (typeof comparable)[number]["value"], value: Json): Json {
  if (type.type !== "object") return value;
  const given = membersOf(value) as JsonObject;
  const filledIn = new Set(
    type.members
      .filter(({ filledInBeside: beside }) => beside !== undefined && given[beside] !== undefined)
      .map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(given).filter(([key]) => !filledIn.has(key)));
}
