import type { CreateChange, Outcome, Plan, Problem, SpecSource } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { problemJson, problemText } from "../problem.ts";
import { jsonPointer } from "../result.ts";

/** What became of one app client of a file; without `outcome`, nothing of that file was sent. */
export interface FileOutcome {
  readonly file: string;
  readonly outcome?: Outcome<CreateChange>;
  readonly problem?: Problem;
}

/** The words of `create`'s JSON. */
const said = { done: "created", "not-done": "not-created", unknown: "unknown" } as const;

/** A secret is taken only where the user asked to see it. */
export function outcomeText({ file: name, outcome, problem }: FileOutcome, showSecret: boolean): string {
  const file = forTerminal(name);
  if (!outcome) return `${file}: ${problem ? problemText(problem) : ""}`;
  if (outcome.outcome !== "done") return `${file}: ${problemText(outcome.problem)}`;
  const { change: item, clientId, adopted, hasSecret, consoleUrl, remaining, differences = [], note } = outcome;
  const lines = [
    `${file}: created ${forTerminal(item.clientName)} with client id ${forTerminal(clientId)} in ${forTerminal(item.poolName ?? "pool")} (${forTerminal(item.poolId)}).`,
  ];
  if (adopted) lines.push("  The answer was lost; the app client was found in the pool by its name and settings.");
  if (hasSecret) {
    const secret = showSecret ? outcome.takeSecret() : undefined;
    lines.push(secret === undefined ? "  It has a client secret, not shown." : `  Client secret: ${secret}`);
  }
  if (consoleUrl) lines.push(`  ${forTerminal(consoleUrl)}`);
  for (const { path } of differences) lines.push(`  Differs from the spec: ${forTerminal(path.join("."))}`);
  for (const { message, url } of remaining) lines.push(`  ${forTerminal(message)} ${url}`);
  if (note) lines.push(`  ${forTerminal(note)}`);
  return `${lines.join("\n")}\n`;
}

export function outcomesJson(results: readonly FileOutcome[], showSecret: boolean) {
  return {
    results: results.map(({ file, outcome, problem }) => {
      if (!outcome) return { file, outcome: "not-created", ...(problem ? { problem: problemJson(problem) } : {}) };
      const { change: item } = outcome;
      const shared = {
        file,
        outcome: said[outcome.outcome],
        clientName: item.clientName,
        poolId: item.poolId,
        region: item.where.region,
        ...(item.where.endpoint === undefined ? {} : { endpoint: item.where.endpoint }),
      };
      if (outcome.outcome === "not-done") return { ...shared, problem: problemJson(outcome.problem) };
      if (outcome.outcome === "unknown")
        return { ...shared, problem: problemJson(outcome.problem), candidates: outcome.candidates };
      const secret = showSecret ? outcome.takeSecret() : undefined;
      return {
        ...shared,
        clientId: outcome.clientId,
        adopted: outcome.adopted,
        hasSecret: outcome.hasSecret,
        ...(secret === undefined ? {} : { clientSecret: secret }),
        ...(outcome.consoleUrl ? { consoleUrl: outcome.consoleUrl } : {}),
        differences: outcome.differences ?? [],
        remaining: outcome.remaining,
      };
    }),
  };
}

/** The plan for programs: what a dry run would send, as it is shown. */
export function plansJson(plans: readonly { source: SpecSource; plan: Plan<CreateChange> }[]) {
  return {
    plans: plans.map(({ source, plan }) => ({
      file: source.name,
      digest: plan.digest,
      profile: plan.profile.label,
      account: plan.identity.accountId ?? null,
      caller: plan.identity.callerArn ?? null,
      findings: plan.findings.map(({ ruleId, severity, message, path }) => ({
        ruleId,
        severity,
        message,
        path: jsonPointer(path),
      })),
      items: plan.changes.map((item) => ({
        request: item.shown,
        region: item.where.region,
        ...(item.where.endpoint === undefined ? {} : { endpoint: item.where.endpoint }),
        poolName: item.poolName ?? null,
        secret: item.secret,
        filledIn: item.filledIn.map(({ path, text }) => ({ path: jsonPointer(path), text })),
        sameName: item.sameName ?? null,
      })),
    })),
  };
}
