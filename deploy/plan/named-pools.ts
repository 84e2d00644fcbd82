import { clientsIn, parseSpec, specOf } from "../../server/src/engine/index.ts";
import type { SpecSource } from "./source.ts";

/** @returns the pool id of each app client in a file, in order; `undefined` for one that names none (or none that can be known). */
export function namedPools(source: Pick<SpecSource, "text" | "dialect">): (string | undefined)[] {
  return clientsIn(parseSpec(source.text, source.dialect)).map((client) => {
    const pool = specOf(client).string("UserPoolId");
    return pool.state === "known" ? pool.value : undefined;
  });
}
