import type { Property } from "../../catalogue/entry.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import type { Spec } from "../../reading/spec.ts";
import type { Context } from "../context.ts";

/** A value worth offering, before anybody knows how it will be written. */
export interface Candidate {
  readonly value: string | number | boolean;
  readonly detail?: string;
  readonly documentation?: string;
  /** Of a template's function: how it is written; `value` is what people call it. */
  readonly written?: { readonly json: string; readonly yaml: string };
  /** Whether the catalogue has a text for it. */
  readonly documented: boolean;
  readonly deprecated?: boolean;
  /** What a rule would object to; such values come last. */
  readonly last?: string;
}

export interface ValuePlace {
  readonly spec: Spec;
  readonly property: Property;
  /** Offset of the cursor in the part. */
  readonly at: number;
  readonly context: Context;
  readonly facts: PoolFacts | undefined;
}

/** @returns whether a rule objects to none of it. */
export function isSound({ last, deprecated }: Candidate): boolean {
  return last === undefined && !deprecated;
}
