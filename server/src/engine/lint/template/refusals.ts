import type { Path } from "../../clients/template/piece.ts";
import { type Reading, readingOf } from "../../clients/template/site.ts";
import type { ParameterUse } from "../../clients/template/uses.ts";
import type { Refusal } from "../../reading/template-reading.ts";
import type { Found } from "./scenarios.ts";

/** What is refused, and was not before, in the places that use the parameters which are given values. */
export function refusalsWith(
  reading: Reading,
  values: ReadonlyMap<string, string>,
  uses: readonly ParameterUse[],
  judge: (reading: Reading) => readonly Found[],
): Refusal[] {
  let before = known.get(reading);
  if (!before) {
    before = new Set(judge(reading).map(keyOf));
    known.set(reading, before);
  }
  const places = uses.filter(({ parameter }) => values.has(parameter.name)).flatMap(({ paths }) => paths);
  const chosen = readingOf(reading.site, reading.scenario, reading.facts !== undefined, values);
  return judge(chosen).flatMap(({ judged, path }): Refusal[] => {
    if (judged.severity !== "error" || before.has(keyOf({ judged, path }))) return [];
    const own = path.slice(reading.site.path.length);
    if (!places.some((place) => startsWith(own, place))) return [];
    return [{ rule: judged.rule.id, message: judged.message, member: String(own[0]) }];
  });
}

/** What is wrong without choosing a value, found once for all parameters. */
const known = new WeakMap<Reading, ReadonlySet<string>>();

function keyOf({ judged, path }: Pick<Found, "judged" | "path">): string {
  return JSON.stringify([judged.rule.id, path]);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => step === path[index]);
}
