import type { Path } from "../../document/node.ts";
import { nameOf } from "../../reading/name.ts";
import { specOf } from "../../reading/spec.ts";
import { asPlainMarkdown } from "../hover-facts.ts";
import { appClientAt } from "./app-client-at.ts";
import type { Place } from "./place.ts";

export interface EnvironmentsValue {
  readonly value: string | boolean;
  readonly detail?: string;
  readonly documentation?: string;
  /** What a rule would object to. */
  readonly last?: string;
}

/** Values of the environments file's own members, best first. */
export function environmentsValues(place: Place, path: Path): EnvironmentsValue[] {
  const [first, second, third, fourth] = path.map(String);
  if (first === "environments" && path.length === 3) {
    if (third === "pool") return pools(place, second ?? "");
    return third === "protected" ? protections : [];
  }
  return first === "clients" && path.length === 4 && fourth === "id" ? ids(place, second ?? "", third ?? "") : [];
}

const protections: EnvironmentsValue[] = [
  { value: true, detail: "its name is typed before each write" },
  { value: false, detail: "default" },
];

/** Pools that are connected. One that a linked spec of this environment names itself is the only one that fits. */
function pools({ file, context }: Place, environment: string): EnvironmentsValue[] {
  const named = new Set(
    file.specs.flatMap(({ key, links }) => {
      if (!links.some((link) => link.environment === environment)) return [];
      const client = appClientAt(file, context.specs, key);
      const pool = client && specOf(client).string("UserPoolId");
      return pool?.state === "known" ? [pool.value] : [];
    }),
  );
  const values = [...(context.facts?.values() ?? [])]
    .filter(({ exists }) => exists !== false)
    .map(
      ({ poolId, poolName, source }): EnvironmentsValue => ({
        value: poolId,
        detail: poolName ?? "connected pool",
        ...(source !== undefined && { documentation: asPlainMarkdown(source) }),
        ...(named.size > 0 && !named.has(poolId) && { last: "a linked spec names another pool" }),
      }),
    );
  return values.sort((a, b) => Number(a.last !== undefined) - Number(b.last !== undefined));
}

/** App clients of the environment's pool that nobody has linked, the one of the same name first. */
function ids({ unit, cursor, file, context }: Place, key: string, environment: string): EnvironmentsValue[] {
  const client = appClientAt(file, context.specs, key);
  const own = client && specOf(client).string("UserPoolId");
  const pool = own?.state === "known" ? own.value : file.environments.get(environment)?.pool;
  const facts = pool === undefined ? undefined : context.facts?.get(pool);
  const linked = new Set(file.specs.flatMap(({ links }) => links.map(({ id }) => id)));
  const name = client && nameOf(client);
  const current = unit.part.text.slice(cursor.replace.start, cursor.replace.end).replace(/["']/g, "");
  return (facts?.clients ?? [])
    .filter(({ id }) => !linked.has(id) || id === current)
    .map((each): EnvironmentsValue => ({ value: each.id, detail: each.name }))
    .sort((a, b) => Number(b.detail === name) - Number(a.detail === name));
}
