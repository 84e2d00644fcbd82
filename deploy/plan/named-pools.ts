import { parseSpec } from "../../server/src/engine/document/parse.ts";
import { specOf } from "../../server/src/engine/reading/spec.ts";
import type { SpecSource } from "./source.ts";

/** @returns the pool id of each app client in a file, in order; `undefined` for one that names none (or none that can be known). */
export function namedPools(source: Pick<SpecSource, "text" | "dialect">): (string | undefined)[] {
  return parseSpec(source.text, source.dialect).units.map(({ part }) => {
    const pool = specOf(part).string("UserPoolId");
    return pool.state === "known" ? pool.value : undefined;
  });
}
