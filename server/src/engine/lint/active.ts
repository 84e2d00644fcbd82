import type { Part } from "../document/part.ts";
import type { Spec } from "../reading/spec.ts";
import type { Judged } from "./finding.ts";
import type { Level, Report, Rule, RuleMeta } from "./rule.ts";
import { asSaid } from "./said.ts";
import type { Settings } from "./settings.ts";
import { levelsByTemplate } from "./template/levels.ts";

/** The rules that are not off, worked out once per settings object. */
export interface Active {
  /** Those that make sense for such an app client. */
  readonly rulesFor: (spec: Spec) => readonly Rule[];
  /** Of all rules, also of those that are off. */
  readonly ids: ReadonlySet<string>;
  /** Adds reports of an active rule, with the severity that they have here. */
  readonly judge: Judge;
  /** The same for somebody who only counts: nothing of it may leave the engine, since it may repeat a secret. */
  readonly count: Judge;
  /** Whether a rule may find errors in a spec. */
  readonly mayBeError: (rule: RuleMeta) => boolean;
}

type Judge = (spec: Spec, rule: Rule, reports: Iterable<Report>, found: Judged[]) => void;

export function activeRules(rules: readonly Rule[], settings: Settings): Active {
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
  const judging =
    (said: (part: Part, report: Report, rule: Rule) => Report): Judge =>
    (spec, rule, reports, found) => {
      const { part } = spec;
      const level = levels.get(rule) ?? "off";
      for (const report of reports) {
        const own =
          settings.rules[rule.id] === undefined
            ? ((report.isOfAnyPool ? undefined : ofTemplate(rule, spec, settings)) ??
              ofReport(report.severity, settings))
            : undefined;
        const severity = own ?? level;
        if (severity !== "off") found.push({ ...said(part, report, rule), rule, severity });
      }
    };
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
    judge: judging((part, report, { id }) => asSaid(part, report, id === "syntax-error")),
    count: judging((_part, report) => report),
    mayBeError: (rule) => levelOf(rule, settings) === "error",
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
