import fc from "fast-check";

/** Numbers that a generator takes its choices from; see test/support/random-spec.ts. */
export const tape = fc.array(fc.nat(999), { maxLength: 300, size: "max" });

/** How many documents a property is tried on; FC_RUNS multiplies it for a long search. */
export function runs(usual: number): number {
  return usual * Number(process.env["FC_RUNS"] ?? 1);
}
