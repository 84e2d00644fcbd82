import { effectiveDefaults } from "../server/src/engine/catalogue/defaults.ts";
import type { FilledIn, JsonObject } from "./types.ts";

/** @returns what Cognito decides by itself for a create request, in the catalogue's order. */
export function filledIn(request: JsonObject): FilledIn[] {
  return effectiveDefaults(request).map(({ path, text }) => ({ path, text }));
}
