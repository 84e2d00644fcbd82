import type { Change } from "../plan/change.ts";
import { create } from "./create/verb.ts";
import { update } from "./update/verb.ts";
import type { Verb } from "./verb.ts";

const verbs: { readonly [V in Change["verb"]]: Verb<Extract<Change, { verb: V }>> } = { create, update };

/** The four steps of what a change does. */
export function verbOf<C extends Change>(change: C): Verb<C> {
  return verbs[change.verb] as unknown as Verb<C>;
}
