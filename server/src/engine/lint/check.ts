import type { Settings } from "../config/settings.ts";
import type { Span } from "../document/node.ts";
import type { Part, SpecDocument, Unit } from "../document/part.ts";
import type { PoolFacts } from "../reading/facts.ts";
import { specOf } from "../reading/spec.ts";
import { unusedSuppression } from "../rules/unused-suppression.ts";
import { rules } from "./registry.ts";
import type { Finding, Level, Report, Rule, RuleMeta, Severity } from "./rule.ts";
import { asSaid } from "./said.ts";
import { suppress, suppressionsOf } from "./suppressions.ts";
import { unusedFindings } from "./unused-suppressions.ts";

/**
 * Findings of one app client, in the part's offsets, sorted by where they stand.
 * The answer for an unchanged part, the same settings and the same facts is kept.
 */
export function checkPart(part: Part, settings: Settings, facts?: PoolFacts): readonly Finding[] {
  const known = memo.get(part);
  if (known?.settings === settings && known.facts === facts) return known.findings;
  const findings = withoutSuppressed(part, runRules(part, settings, facts), settings).sort(
    (a, b) => a.span.start - b.span.start || rank[a.severity] - rank[b.severity],
  );
  memo.set(part, { settings, facts, findings });
  return findings;
}
const memo = new WeakMap<Part, { settings: Settings; facts: PoolFacts | undefined; findings: readonly Finding[] }>();
const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

function runRules(part: Part, settings: Settings, facts: PoolFacts | undefined): Finding[] {
  const spec = specOf(part, facts);
  const findings: Finding[] = [];
  for (const { rule, level } of activeRules(settings)) {
    if (rule.poolAware && !facts) continue;
    for (const report of rule.check(spec)) {
      const severity = settings.rules[rule.id] === undefined ? (ofReport(report.severity, settings) ?? level) : level;
      if (severity !== "off") findings.push({ ...asSaid(part, report, rule.id === "syntax-error"), rule, severity });
    }
  }
  return findings;
}

interface Active {
  readonly rule: Rule;
  readonly level: Severity;
}

/** The rules that are not off, worked out once per settings object. */
function activeRules(settings: Settings): readonly Active[] {
  let active = activeBySettings.get(settings);
  if (!active) {
    active = rules.flatMap((rule) => {
      const level = levelOf(rule, settings);
      return level === "off" ? [] : [{ rule, level }];
    });
    activeBySettings.set(settings, active);
  }
  return active;
}
const activeBySettings = new WeakMap<Settings, readonly Active[]>();

function ofReport(severity: Report["severity"], settings: Settings): Level | undefined {
  return typeof severity === "object" ? severity[settings.preset] : severity;
}

function withoutSuppressed(part: Part, findings: Finding[], settings: Settings): Finding[] {
  const suppressions = suppressionsOf(part);
  if (suppressions.length === 0) return findings;
  const { left, unused } = suppress(findings, suppressions);
  const severity = levelOf(unusedSuppression, settings);
  if (severity === "off") return left;
  return [...left, ...unusedFindings(unused, suppressions, severity)];
}

/** The level of a rule: the user's own word, else the preset's. */
export function levelOf(rule: RuleMeta, settings: Settings): Level {
  return settings.rules[rule.id] ?? rule.severity[settings.preset];
}

/** Findings of a file with the unit that each belongs to; spans and paths still the part's. */
export function* checkUnits(
  document: SpecDocument,
  settings: Settings,
  facts?: FactsByPool,
): Generator<{ unit: Unit; index: number; finding: Finding }> {
  for (const [index, unit] of document.units.entries()) {
    for (const finding of checkPart(unit.part, settings, factsFor(unit.part, facts))) yield { unit, index, finding };
  }
}

/** Pool id → facts. */
export type FactsByPool = ReadonlyMap<string, PoolFacts>;

/** @returns the facts of the pool that the part names, if it names one and they are there. */
export function factsFor(part: Part, facts: FactsByPool | undefined): PoolFacts | undefined {
  if (!facts || facts.size === 0) return undefined;
  const pool = specOf(part).string("UserPoolId");
  return pool.state === "known" ? facts.get(pool.value) : undefined;
}

/** All findings of a file, in the file's offsets; a path starts with the app client's index unless the file holds just one. */
export function check(document: SpecDocument, settings: Settings, facts?: FactsByPool): Finding[] {
  const findings: Finding[] = [];
  for (const { unit, index, finding } of checkUnits(document, settings, facts)) {
    const path = document.container === "single" ? finding.path : [index, ...finding.path];
    const related = finding.related?.map((other) => ({ ...other, span: shift(other.span, unit.base) }));
    findings.push({ ...finding, path, span: shift(finding.span, unit.base), ...(related && { related }) });
  }
  return findings;
}

/** Moves a span by the unit's base. */
export function shift(span: Span, base: number): Span {
  return base === 0 ? span : { start: span.start + base, end: span.end + base };
}
