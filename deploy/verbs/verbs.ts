import type { Change } from "../plan/change.ts";
import { branding } from "./branding/verb.ts";
import { create } from "./create/verb.ts";
import { remove } from "./delete/verb.ts";
import { secrets } from "./secrets/verb.ts";
import { update } from "./update/verb.ts";
import type { Verb } from "./verb.ts";

const verbs: { readonly [V in Change["verb"]]: Verb<Extract<Change, { verb: V }>> } = {
  create,
  update,
  delete: remove,
  secrets,
  branding,
};

/** The four steps of what a change does. */
export function verbOf<C extends Change>(change: C): Verb<C> {
  return verbs[change.verb] as unknown as Verb<C>;
}
