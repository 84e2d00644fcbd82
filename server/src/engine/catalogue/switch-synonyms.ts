import type { Synonyms } from "./respelling.ts";

/** What people write for the two positions of a switch that AWS spells in words of its own. Reduced spellings. */
export function switchSynonyms<T extends string>(on: T, off: T): Synonyms<T> {
  return { true: on, yes: on, on, enable: on, enabled: on, false: off, no: off, off, disable: off, disabled: off };
}
