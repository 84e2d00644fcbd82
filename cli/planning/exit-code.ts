/** What became of one app client, as far as an exit code tells it. */
export type Result = "done" | "refused" | "unreadable" | "unknown" | "differs";

const codes: Readonly<Record<Result, number>> = { done: 0, refused: 1, unreadable: 2, unknown: 3, differs: 4 };

/** Of several outcomes the one that needs a person first: a file at fault, an unknown outcome, a refusal, a difference. */
const order = ["unreadable", "unknown", "refused", "differs"] as const satisfies readonly Result[];

export function exitCodeOf(results: readonly Result[]): number {
  return codes[order.find((each) => results.includes(each)) ?? "done"];
}
