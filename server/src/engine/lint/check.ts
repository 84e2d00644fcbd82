import type { AppClient } from "../clients/app-client.ts";
import { asUpdate } from "../clients/as-update.ts";
import type { PoolFacts } from "../clients/pool-facts.ts";
import { type Spec, specOf } from "../reading/spec.ts";
import { type Active, activeRules } from "./active.ts";
import type { LintContext } from "./context.ts";
import { type Finding, findingAt, findingInTemplate, type Judged } from "./finding.ts";
import { countingRules, judge } from "./judge.ts";
import type { Rule, RuleMeta } from "./rule.ts";
import type { Settings } from "./settings.ts";
import { judgeTemplate } from "./template/judge.ts";
import { remembered } from "./template/remembered.ts";

/** Findings of one app client. The answer for an unchanged one, the same settings and the same facts is kept, wherever it has moved to. */
export function findingsOf(client: AppClient, context: LintContext, rules: readonly Rule[]): readonly Finding[] {
  if (client.scope.template) return templateFindings(client, context, activeRules(rules, context.settings));
  const kept = keptOf(client, context, rules);
  if (kept.placed?.client !== client) {
    kept.placed = { client, findings: kept.judged.map((judged) => findingAt(client, judged)) };
  }
  return kept.placed.findings;
}

/** The same of an app client of a spec, without a place in a file. */
export function judgedOf(client: AppClient, context: LintContext, rules: readonly Rule[]): readonly Judged[] {
  return keptOf(client, context, rules).judged;
}

/** Of an app client of a spec, its errors and what one rule finds: see countingRules. Not kept. */
export function countedOf(
  client: AppClient,
  context: LintContext,
  rules: readonly Rule[],
  own: RuleMeta | undefined,
): readonly Judged[] {
  return judge(specIn(client, context), countingRules(activeRules(rules, context.settings), own));
}

function keptOf(client: AppClient, context: LintContext, rules: readonly Rule[]): Kept {
  const { settings } = context;
  const spec = specIn(client, context);
  let kept = memo.get(spec);
  if (kept?.settings !== settings) {
    kept = { settings, judged: judge(spec, activeRules(rules, settings)), placed: undefined };
    memo.set(spec, kept);
  }
  return kept;
}
const memo = new WeakMap<Spec, Kept>();

function specIn(client: AppClient, context: LintContext): Spec {
  return specOf(context.exists ? asUpdate(client.content) : client, poolOf(client, context));
}

interface Kept {
  readonly settings: Settings;
  readonly judged: readonly Judged[];
  placed: { readonly client: AppClient; readonly findings: readonly Finding[] } | undefined;
}

/** Of an app client in a template; kept as long as nothing in the file changes, and judged anew only for what may bear on it. */
function templateFindings(client: AppClient, context: LintContext, active: Active): readonly Finding[] {
  const { settings } = context;
  const live = poolOf(client, context);
  const known = templateMemo.get(client);
  if (known && known.settings === settings && known.live === live) return known.findings;
  const judged = remembered(client, settings, live, () => judgeTemplate(client, live, (spec) => judge(spec, active)));
  const findings = judged.map(({ judged, path }) => findingInTemplate(client, judged, path));
  templateMemo.set(client, { settings, live, findings });
  return findings;
}
const templateMemo = new WeakMap<
  AppClient,
  { settings: Settings; live: PoolFacts | undefined; findings: readonly Finding[] }
>();

/** @returns what is known of the pool that an app client names: what AWS says counts more than what its host tells. */
export function poolOf(
  client: AppClient,
  { facts, chosenPool, poolsOfTemplate }: Pick<LintContext, "facts" | "chosenPool" | "poolsOfTemplate">,
): PoolFacts | undefined {
  if (chosenPool) return chosenPool;
  const own = client.scope.pool;
  if (!facts || facts.size === 0) return own;
  const site = client.scope.template?.site;
  const connected = site && facts.get(poolsOfTemplate?.get(site.pool ?? site.id) ?? "");
  if (connected) return connected;
  const pool = specOf(client).string("UserPoolId");
  return (pool.state === "known" ? facts.get(pool.value) : undefined) ?? own;
}
