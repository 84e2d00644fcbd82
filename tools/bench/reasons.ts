import type { Row } from "./table.ts";

/** Why a budget is missed where it is known to be, by how its row begins. */
const reasons: readonly (readonly [row: RegExp, reason: string])[] = [
  [
    /^template, yaml/,
    "Half of it is judging the app client in each way that it can turn out to be; the outline of the file by its lines is made anew each time.",
  ],
  [
    /^template, json/,
    "jsonc-parser reads 150 kB of JSON in the time of a few messages between editor and server; a letter costs less than in YAML.",
  ],
  [
    /^(hover|completion|code action, again)/,
    "The difference to the null server is LSP's library, which checks, queues and answers each message, and code that V8 has not yet optimized after so few requests; the engine's own part is below 0.1 ms.",
  ],
  [
    /^letter, then completion, object huge/,
    "The letter stands near the top and moves 50,000 values behind it; the keystroke that it is held against stands between two long lists.",
  ],
  [
    /^keystroke → diagnostics, (array|stream) huge/,
    "There is a finding in each app client, and LSP has no form for those that stay as they are: a thousand diagnostics, half a megabyte, are told again with each letter.",
  ],
  [
    /^VS Code: activation/,
    "At a window's start its browser, server and extension host share the processors of this machine, and the time is what passes on the clock.",
  ],
  [/^document symbols/, "Nearly all of it is the answer of 5,000 symbols, as many as VS Code's JSON server tells."],
  [
    /^resident memory, small/,
    "The heap holds 9 to 12 MiB; the rest is Node, the code of the engine and what V8's compilers need for it.",
  ],
];

/** @returns a Markdown list of what is missed, by reason; empty where nothing is. */
export function missed(rows: readonly Row[]): string {
  const byReason = new Map<string, string[]>();
  for (const { what, met } of rows) {
    if (met !== "missed") continue;
    const reason = reasons.find(([row]) => row.test(what))?.[1] ?? "";
    byReason.set(reason, [...(byReason.get(reason) ?? []), what]);
  }
  const lines = [...byReason].map(([reason, whats]) => `- ${whats.join("; ")}.${reason === "" ? "" : ` ${reason}`}`);
  return lines.length === 0 ? "" : `\n\nMissed:\n\n${lines.join("\n")}`;
}
