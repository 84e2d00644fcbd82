import type { Action, CreateChange, Outcome, Problem, UpdateChange } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { problemJson, problemText } from "../problem.ts";
import { jsonPointer } from "../result.ts";
import type { Result } from "./exit-code.ts";
import type { Planned } from "./plan-target.ts";

export type Written = Outcome<CreateChange> | Outcome<UpdateChange>;

/** What became of one app client of a run. */
export interface Applied {
  readonly item: Planned;
  readonly action: Action;
  /** Absent where nothing was sent. */
  readonly outcome?: Written;
  /** Why nothing was sent, or why what was done could not be written down. */
  readonly problem?: Problem;
  /** The environments file that holds the new id now. */
  readonly linked?: string;
}

export function resultOf({ action, outcome, problem }: Applied): Result {
  if (outcome?.outcome === "unknown") return "unknown";
  if (problem || outcome?.outcome === "not-done") return "refused";
  return action === "blocked" ? "refused" : "done";
}

/** For people. A secret that AWS returned is dropped: `create --show-secret` and the AWS console show one. */
export function appliedText(applied: Applied): string {
  const { item, action, outcome, problem, linked } = applied;
  const file = item.environment ? `${forTerminal(item.file)} in ${item.environment.name}` : forTerminal(item.file);
  if (!outcome) return problem ? `${file}: ${problemText(problem)}` : `${file}: nothing to do.\n`;
  if (outcome.outcome !== "done") return `${file}: ${problemText(outcome.problem)}`;
  const { change, clientId, adopted, hasSecret, consoleUrl, differences = [], remaining, note } = outcome;
  const verb = action === "create" ? "created" : "updated";
  const lines = [`${file}: ${verb} ${forTerminal(change.clientName)} (${clientId}) in ${change.poolId}.`];
  if (adopted) lines.push("  The answer was lost; a look at AWS shows that it happened.");
  if (action === "create" && hasSecret) lines.push("  It has a client secret, not shown.");
  if (consoleUrl) lines.push(`  ${consoleUrl}`);
  for (const { path } of differences) lines.push(`  Differs from what was asked: ${forTerminal(path.join("."))}`);
  for (const { message, url } of remaining) lines.push(`  ${forTerminal(message)} ${url}`);
  if (note) lines.push(`  ${forTerminal(note)}`);
  if (linked !== undefined) lines.push(`  Its id is in ${forTerminal(linked)}.`);
  else if (action === "create")
    lines.push("  Write its id into the environments file, or it is not found again (apply --link does).");
  if (problem) lines.push(`  ${problemText(problem).trimEnd()}`);
  return `${lines.join("\n")}\n`;
}

export function appliedJson(all: readonly Applied[]) {
  return {
    results: all.map(({ item, action, outcome, problem, linked }) => {
      const [change] = item.plan?.changes ?? [];
      const told = outcome && outcome.outcome !== "done" ? outcome.problem : problem;
      const clientId =
        outcome?.outcome === "done" ? outcome.clientId : change?.verb === "update" ? change.clientId : undefined;
      return {
        file: item.file,
        ...(item.environment ? { environment: item.environment.name } : {}),
        action,
        outcome: outcome?.outcome ?? (problem || action === "blocked" ? "not-done" : "done"),
        ...(change ? { clientName: change.clientName, poolId: change.poolId, region: change.where.region } : {}),
        ...(clientId === undefined ? {} : { clientId }),
        differences: differencesOf(outcome),
        ...(outcome?.outcome === "done" && outcome.note !== undefined ? { note: outcome.note } : {}),
        ...(outcome?.outcome === "done" && outcome.adopted ? { adopted: true } : {}),
        ...(outcome?.outcome === "unknown" ? { candidates: outcome.candidates } : {}),
        ...(linked === undefined ? {} : { linked }),
        ...(told ? { problem: problemJson(told) } : {}),
      };
    }),
  };
}

function differencesOf(outcome: Written | undefined) {
  if (outcome?.outcome !== "done") return [];
  return (outcome.differences ?? []).map(({ path, ...rest }) => ({ path: jsonPointer(path), ...rest }));
}
