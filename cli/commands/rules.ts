import { parseArgs } from "node:util";
import { allRules } from "../../server/src/engine/config/all-rules.ts";
import { pageOf } from "../../server/src/engine/lint/page.ts";
import { type Io, UsageError } from "../io.ts";

/** `cognito-client rules [--json]`: every rule with its severity per preset. */
export function listRules(args: readonly string[], io: Io): number {
  if (wantsJson(args)) {
    const list = allRules.map(({ id, summary, severity, evidence, source, fixable, refusals = [] }) => ({
      id,
      summary,
      severity,
      evidence,
      fixable,
      source,
      page: pageOf(id),
      refusals: refusals.filter(({ bygone }) => !bygone).map(({ exception, message }) => ({ exception, message })),
    }));
    io.out(`${JSON.stringify(list, null, 2)}\n`);
    return 0;
  }
  const rows = allRules.map(({ id, severity, fixable, summary }) => [
    id,
    severity.recommended,
    severity.strict,
    fixable ? "fix" : "",
    summary,
  ]);
  io.out(table([["rule", "recommended", "strict", "", ""], ...rows]));
  return 0;
}

function wantsJson(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { json: { type: "boolean" } } }).values.json ?? false;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
