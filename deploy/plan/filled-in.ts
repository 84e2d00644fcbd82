import { effectiveDefaults } from "../../server/src/engine/index.ts";
import type { JsonObject } from "../json.ts";

/** What Cognito fills in when the request says nothing, from the catalogue. */
export interface FilledIn {
  readonly path: readonly string[];
  /** As people read it: `30 days`. */
  readonly text: string;
}

/** @returns what Cognito decides by itself for a create request, in the catalogue's order. */
export function filledIn(request: JsonObject): FilledIn[] {
  return effectiveDefaults(request).map(({ path, text }) => ({ path, text }));
}
