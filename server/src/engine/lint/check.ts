import type { AppClient } from "../clients/app-client.ts";
import { asUpdate } from "../clients/as-update.ts";
import type { PoolFacts } from "../clients/pool-facts.ts";
import { commentsOf } from "../document/comments.ts";
import { type Spec, specOf } from "../reading/spec.ts";
import type { LintContext } from "./context.ts";
import { type Finding, findingAt, findingInTemplate, type Judged } from "./finding.ts";
import type { Level, Report, Rule, RuleMeta, Severity } from "./rule.ts";
import { asSaid } from "./said.ts";
import type { Settings } from "./settings.ts";
import { unknownReports, unusedReports } from "./suppression-findings.ts";
import { suppress, suppressionsOf } from "./suppressions.ts";
import { judgeTemplate } from "./template/judge.ts";
import { levelsByTemplate } from "./template/levels.ts";
import { remembered } from "./template/remembered.ts";

/** Findings of one app client. The answer for an unchanged one, the same settings and the same facts is kept, wherever it has moved to. */
export function findingsOf(client: AppClient, context: LintContext, rules: readonly Rule[]): readonly Finding[] {
  const { settings } = context;
  if (client.scope.template) return templateFindings(client, context, activeRules(rules, settings));
  const spec = specOf(context.exists ? asUpdate(client.content) : client, poolOf(client, context));
  let kept = memo.get(spec);
  if (kept?.settings !== settings) {
    kept = { settings, judged: judge(spec, activeRules(rules, settings)), placed: undefined };
    memo.set(spec, kept);
  }
  if (kept.placed?.client !== client) {
    kept.placed = { client, findings: kept.judged.map((judged) => findingAt(client, judged)) };
  }
  return kept.placed.findings;
}
const memo = new WeakMap<Spec, Kept>();

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

function judge(spec: Spec, active: Active): readonly Judged[] {
  const found: Judged[] = [];
  for (const rule of active.rulesFor(spec)) active.judge(spec, rule, rule.check(spec), found);
  return withoutSuppressed(spec, found, active).sort(
    (a, b) => a.span.start - b.span.start || rank[a.severity] - rank[b.severity],
  );
}
const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** What silences findings is told after all rules have run, in the name of two rules that cannot know it. */
function withoutSuppressed(spec: Spec, all: Judged[], { ids, judge, rulesFor }: Active): Judged[] {
  const found = all.filter((each) => !isSuppressedThere(each));
  const suppressions = suppressionsOf(spec);
  if (suppressions.length === 0) return found;
  const tell = (id: string, among: Judged[], reports: () => Report[]) => {
    const rule = rulesFor(spec).find((each) => each.id === id);
    if (rule) judge(spec, rule, reports(), among);
  };
  tell("unknown-suppression", found, () => unknownReports(suppressions, ids));
  const { left, unused } = suppress(spec, found, suppressions);
  const said = [...left];
  tell("unused-suppression", said, () => unusedReports(spec, unused, ids));
  return said;
}

/** What stands in another block of a template is silenced by a comment there. */
function isSuppressedThere(judged: Judged): boolean {
  if (!judged.at) return false;
  const { part } = judged.at;
  const suppressions = suppressionsOf({ part, comments: commentsOf(part) }).filter(
    ({ scope }) => scope !== "app-client",
  );
  return suppressions.length > 0 && suppress({ part }, [judged], suppressions).left.length === 0;
}

/** The rules that are not off, worked out once per settings object. */
interface Active {
  /** Those that make sense for such an app client. */
  readonly rulesFor: (spec: Spec) => readonly Rule[];
  /** Of all rules, also of those that are off. */
  readonly ids: ReadonlySet<string>;
  /** Adds reports of an active rule, with the severity that they have here. */
  readonly judge: (spec: Spec, rule: Rule, reports: Iterable<Report>, found: Judged[]) => void;
}

function activeRules(rules: readonly Rule[], settings: Settings): Active {
  let active = activeBySettings.get(settings);
  if (!active) {
    active = makeActive(rules, settings);
    activeBySettings.set(settings, active);
  }
  return active;
}
const activeBySettings = new WeakMap<Settings, Active>();

function makeActive(rules: readonly Rule[], settings: Settings): Active {
  const levels = new Map(rules.map((rule) => [rule, levelOf(rule, settings)]));
  const on = rules.filter((rule) => levels.get(rule) !== "off" || isOnInTemplates(rule, settings));
  const kinds = new Map<string, readonly Rule[]>();
  return {
    rulesFor({ client: { host }, pool }) {
      const kind = `${host} ${pool !== undefined}`;
      let fitting = kinds.get(kind);
      if (!fitting) {
        fitting = on.filter(
          ({ poolAware, hosts }) =>
            (pool !== undefined || !poolAware) && hosts?.includes(host as "spec" | "template") !== false,
        );
        kinds.set(kind, fitting);
      }
      return fitting;
    },
    ids: new Set(rules.map(({ id }) => id)),
    judge(spec, rule, reports, found) {
      const { part } = spec;
      const level = levels.get(rule) ?? "off";
      for (const report of reports) {
        const own =
          settings.rules[rule.id] === undefined
            ? ((report.isOfAnyPool ? undefined : ofTemplate(rule, spec, settings)) ??
              ofReport(report.severity, settings))
            : undefined;
        const severity = own ?? level;
        if (severity !== "off") found.push({ ...asSaid(part, report, rule.id === "syntax-error"), rule, severity });
      }
    },
  };
}

/** A rule that is off for specs may have something to say where the template itself tells of the pool. */
function isOnInTemplates({ id }: RuleMeta, { preset, rules }: Settings): boolean {
  return rules[id] === undefined && (levelsByTemplate[id]?.[preset] ?? "off") !== "off";
}

/** What a template says of its pool is less certain than what AWS says, and what AWS says may be changed by the same deploy. */
function ofTemplate({ id }: RuleMeta, { template }: Spec, { preset }: Settings): Level | undefined {
  return template && levelsByTemplate[id]?.[preset];
}

function ofReport(severity: Report["severity"], settings: Settings): Level | undefined {
  return typeof severity === "object" ? severity[settings.preset] : severity;
}

/** The level of a rule: the user's own word, else the preset's. */
export function levelOf(rule: RuleMeta, settings: Settings): Level {
  return settings.rules[rule.id] ?? rule.severity[settings.preset];
}

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
