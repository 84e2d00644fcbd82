import type { OfLive, Plan, PlannedItem, UpdateChange } from "../../deploy/index.ts";
import { cut, forTerminal, linesForTerminal } from "../../server/src/sinks.ts";
import { problemText } from "../problem.ts";
import type { Aws } from "./workbench.ts";

/** What would be done with one app client, for people. */
export function itemText(item: PlannedItem, aws: Aws): string {
  const action = aws.actionOf(item);
  const head = `${headOf(item)}: ${action}\n`;
  const blocked = aws.blockedBy(item);
  if (blocked) return head + indented(problemText(blocked));
  const { plan } = item;
  const [change] = plan?.changes ?? [];
  if (!plan || !change) return head;
  if (change.verb === "create") return `${head}${linesForTerminal(aws.planText({ ...plan, changes: [change] }))}`;
  return `${head}${indented([...whereText(plan, change), ...groupsText(change), ...findingsText(item)].join("\n"))}`;
}

function headOf({ file, environment }: PlannedItem): string {
  return environment ? `${forTerminal(file)} in ${environment.name}` : forTerminal(file);
}

/** Who would write what, where: everything that a confirmation is about. */
export function whereText({ identity, profile }: Pick<Plan, "identity" | "profile">, change: OfLive): string[] {
  const { where, poolId, poolName, clientName, clientId, environment, live } = change;
  const said = [
    ["Account", identity.accountId ?? `unknown: ${identity.reason ?? "STS did not say"}`],
    ["Caller", identity.callerArn ?? "unknown"],
    ["Profile", `${profile.label} (${profile.kind})`],
    ["Region", where.region],
    ...(where.endpoint === undefined ? [] : [["Endpoint", `${where.endpoint} (not AWS)`]]),
    ...(environment
      ? [["Environment", environment.protected ? `${environment.name} (protected)` : environment.name]]
      : []),
    ["User pool", `${poolName ?? "name unknown"} (${poolId})`],
    ["App client", `${clientName} (${clientId})`],
    ...(live.changedAt === undefined ? [] : [["Last changed", live.changedAt]]),
  ];
  return said.map(([label = "", value = ""]) => `${`${label}:`.padEnd(13)} ${forTerminal(value)}`);
}

const classes = {
  "may-stop-sign-in": "may stop sign-in",
  "weakens-security": "weakens security",
  other: "other",
} as const;

/** The three groups, always apart: what changes, what stays though nobody declares it, what no update can change. */
export function groupsText({
  changes,
  undeclared,
  immovable,
}: Pick<UpdateChange, "changes" | "undeclared" | "immovable">) {
  const lines: string[] = [];
  if (changes.length > 0) lines.push(`Changes: ${changes.length}`);
  for (const { path, class: kind, why, live, wanted, added = [], removed = [] } of changes) {
    lines.push(`  ${path[0]} (${classes[kind]})`);
    if (added.length + removed.length > 0) {
      for (const item of removed) lines.push(`    - ${valueText(item)}`);
      for (const item of added) lines.push(`    + ${valueText(item)}`);
    } else lines.push(`    ${valueText(live)} -> ${valueText(wanted)}`);
    for (const reason of why) lines.push(`    ! ${forTerminal(reason)}`);
  }
  if (undeclared.length > 0) lines.push("Stays, although the spec does not say it:");
  for (const { path, live, default: fallback } of undeclared)
    lines.push(`  ${path[0]}: ${valueText(live)}${fallback === undefined ? "" : ` (default: ${valueText(fallback)})`}`);
  if (immovable.length > 0) lines.push("Cannot be changed:");
  for (const { path, live, wanted, instead } of immovable)
    lines.push(`  ${path[0]}: ${valueText(live)}, wanted ${valueText(wanted)}. ${forTerminal(instead)}`);
  return lines;
}

function findingsText({ plan }: PlannedItem): string[] {
  return (plan?.findings ?? [])
    .filter(({ severity }) => severity === "warning")
    .map(({ message, ruleId }) => `Note: ${forTerminal(message)} (${ruleId})`);
}

/** @param value of AWS or of a file: whoever wrote it. */
function valueText(value: unknown): string {
  if (value === undefined) return "(nothing)";
  return forTerminal(cut(typeof value === "string" ? value : JSON.stringify(value), 300));
}

export function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}\n`)
    .join("");
}

/** What there is to do, in one line. */
export function summaryText(items: readonly PlannedItem[], aws: Aws): string {
  const count = { create: 0, update: 0, none: 0, blocked: 0 };
  for (const item of items) count[aws.actionOf(item)]++;
  return `To create: ${count.create}, to update: ${count.update}, nothing to do: ${count.none}, blocked: ${count.blocked}.\n`;
}
