import type { Row } from "./table.ts";

/** Why a budget is missed where it is known to be, by how its row begins. */
const reasons: readonly (readonly [row: RegExp, reason: string])[] = [
  [
    /^template, json/,
    "jsonc-parser reads 150 kB of JSON in little more than a message between editor and server takes; a letter costs about the same in YAML and in JSON.",
  ],
  [
    /^(hover|completion|code action, again)/,
    "The difference to the null server is LSP's library, which checks, queues and answers every message in turns of the event loop; the engine's own part is below 0.1 ms.",
  ],
  [
    /^code action, first/,
    "Each fix is tried before it is offered: the app client is edited, read and judged again, as often as there are fixes.",
  ],
  [
    /^resident memory, small/,
    "The heap holds 9 to 12 MiB; the rest is Node, the code of the engine and what V8's compilers need for it.",
  ],
];

/** @returns a Markdown list of what is missed; empty where nothing is. */
export function missed(rows: readonly Row[]): string {
  const lines = rows
    .filter(({ met }) => met === "missed")
    .map(({ what }) => {
      const reason = reasons.find(([row]) => row.test(what))?.[1];
      return `- ${what}${reason ? `: ${reason}` : "."}`;
    });
  return lines.length === 0 ? "" : `\n\nMissed:\n\n${lines.join("\n")}`;
}
