import { type Reading, readingOf } from "../../clients/template/site.ts";
import type { ParameterUse } from "../../clients/template/uses.ts";
import type { Found } from "./scenarios.ts";

/**
 * What is refused whichever of its allowed values a parameter has. One parameter at a time: two may be chosen to go together.
 * @param plain what is found without choosing.
 */
export function candidateFindings(
  reading: Reading,
  uses: readonly ParameterUse[],
  plain: readonly Found[],
  judge: (reading: Reading) => readonly Found[],
): Found[] {
  const keyOf = ({ judged, path }: Found) => JSON.stringify([judged.rule.id, path]);
  const known = new Set(plain.map(keyOf));
  return uses.flatMap(({ parameter }): Found[] => {
    const values = parameter.allowed ?? [];
    if (values.length === 0 || values.length > MOST_VALUES) return [];
    let left: Found[] | undefined;
    for (const value of values) {
      const chosen = new Map([[parameter.name, value]]);
      const errors = judge(readingOf(reading.site, reading.scenario, reading.facts !== undefined, chosen)).filter(
        (found) => found.judged.severity === "error" && !known.has(keyOf(found)),
      );
      const keys = new Set(errors.map(keyOf));
      left = left ? left.filter((found) => keys.has(keyOf(found))) : errors;
      if (left.length === 0) return [];
    }
    const note = values.length > 1 ? ` Every other allowed value of ${parameter.name} is refused, too.` : "";
    return (left ?? []).map((found) => ({
      ...found,
      judged: { ...found.judged, message: `${found.judged.message}${note}` },
    }));
  });
}

/** Parameters with more allowed values are seldom wrong in all of them. */
const MOST_VALUES = 12;
