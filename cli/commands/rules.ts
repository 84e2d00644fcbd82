import { allRules, pageOf } from "../../server/src/engine/index.ts";
import { type Command, parseOptions } from "../command.ts";
import { type Io, UsageError } from "../io.ts";

const options = { json: { type: "boolean", help: "all that is known of each rule, for programs" } } as const;

export const rulesCommand: Command = {
  summary: "list the rules",
  usage: "[--json]",
  about: "Lists every rule with its severity in each preset, and whether it has a fix.",
  options,
  examples: [
    ["cognito-client rules", "a table"],
    ["cognito-client explain implicit-grant", "the page of one rule"],
  ],
  exitCodes: { 0: "listed", 2: "bad usage, or output that cannot be written" },
  run: listRules,
};

function listRules(args: readonly string[], io: Io): number {
  const { values, positionals } = parseOptions(options, args);
  if (positionals[0] !== undefined)
    throw new UsageError(`"rules" takes no "${positionals[0]}". One rule's page: cognito-client explain RULE.`);
  if (values.json) {
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
