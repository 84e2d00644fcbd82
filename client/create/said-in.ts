import type { Json, JsonObject } from "../../deploy/index.ts";

type Path = readonly (string | number)[];

/** @returns how far a path leads into what an environment sets; nothing where the spec says it. */
export function saidIn(set: JsonObject, path: Path): Path | undefined {
  let value: Json | undefined = set;
  let depth = 0;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) break;
    value = (value as Readonly<Record<string | number, Json>>)[step];
    depth++;
  }
  return depth === 0 ? undefined : path.slice(0, depth);
}
