import { commentsOf } from "../document/comments.ts";
import type { Spec } from "../reading/spec.ts";
import type { Active } from "./active.ts";
import type { Judged } from "./finding.ts";
import type { Report, Rule, RuleMeta, Severity } from "./rule.ts";
import { unknownReports, unusedReports } from "./suppression-findings.ts";
import { suppress, suppressionsOf } from "./suppressions.ts";

/** Runs rules over one spec, and leaves out what a comment silences. In the order of the text. */
export function judge(spec: Spec, active: Active): readonly Judged[] {
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

/**
 * The rules that somebody needs who only counts errors, and the findings of one rule. All of them where that is about suppressions:
 * what silences nothing is only known when every rule has spoken.
 */
export function countingRules(active: Active, own: RuleMeta | undefined): Active {
  const rulesFor = (spec: Spec) => {
    const all = active.rulesFor(spec);
    let errors = errorRules.get(all);
    if (!errors) {
      errors = all.filter(active.mayBeError);
      errorRules.set(all, errors);
    }
    const others = all.filter((rule) => rule.id === own?.id && !active.mayBeError(rule));
    const needed = [...errors, ...others];
    return needed.some(({ id }) => ABOUT_SUPPRESSIONS.has(id)) ? all : needed;
  };
  return { ...active, rulesFor, judge: active.count };
}
/** By those that fit an app client, which are the same list for all of a kind. */
const errorRules = new WeakMap<readonly Rule[], readonly Rule[]>();
const ABOUT_SUPPRESSIONS: ReadonlySet<string> = new Set(["unknown-suppression", "unused-suppression"]);
