import type { Scenario } from "../../clients/template/conditions.ts";
import type { Path } from "../../clients/template/piece.ts";
import type { Judged } from "../finding.ts";

/** Something found in one scenario; its path is the file's. */
export interface Found {
  readonly judged: Judged;
  readonly path: Path;
  readonly scenario: Scenario;
}

/**
 * Joins what was found in several scenarios. What holds in some only says in which; where none of these is certain to be possible,
 * it is no error.
 */
export function joined(found: readonly Found[], scenarios: readonly Scenario[]): { judged: Judged; path: Path }[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const { rule, span } = each.judged;
    const key = JSON.stringify([rule.id, span.start, each.path]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return saidOnce([...groups.values()]).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const where = new Set(group.map(({ scenario }) => scenario));
    if (where.size >= scenarios.length) return [first];
    const { judged, path } = group.find(({ scenario }) => scenario.isCertain) ?? first;
    const isCertain = [...where].some((scenario) => scenario.isCertain);
    const when = whenOf([...where], scenarios);
    const message = when === undefined ? judged.message : `${judged.message} This is so when ${when}.`;
    const severity = judged.severity === "error" && !isCertain ? "warning" : judged.severity;
    return [{ path, judged: { ...judged, severity, message, ...suggested(judged) } }];
  });
}

/** What is said of a property's name in each branch of its value is said once, of the property. */
function saidOnce(groups: readonly Found[][]): Found[][] {
  const kept: Found[][] = [];
  const places = new Map<string, number>();
  for (const group of groups) {
    const { rule, span, message } = (group[0] as Found).judged;
    const key = JSON.stringify([rule.id, span.start, message]);
    const index = places.get(key) ?? -1;
    const other = kept[index];
    if (!other || group.some(({ scenario }) => other.some((each) => each.scenario === scenario))) {
      places.set(key, kept.length);
      kept.push(group);
    } else {
      const path = commonStart(group[0]?.path ?? [], other[0]?.path ?? []);
      kept[index] = [...other, ...group].map((each) => ({ ...each, path }));
    }
  }
  return kept;
}

function commonStart(a: Path, b: Path): Path {
  const end = a.findIndex((step, index) => step !== b[index]);
  const common = end < 0 ? a : a.slice(0, end);
  // Half of a call is no place.
  return common.at(-1) === "Fn::If" ? common.slice(0, -1) : common;
}

/** What helps in some scenarios may not be meant for the others. */
function suggested({ fixes }: Judged): Pick<Judged, "fixes"> {
  return fixes ? { fixes: (part) => fixes(part).map((fix) => ({ ...fix, safe: false })) } : {};
}

/** The conditions that tell these scenarios from the others. */
function whenOf(some: readonly Scenario[], all: readonly Scenario[]): string | undefined {
  const names = [...(all[0]?.truths.keys() ?? [])];
  const telling = names.filter((name) => {
    const truth = some[0]?.truths.get(name);
    return some.every((each) => each.truths.get(name) === truth) && all.some((each) => each.truths.get(name) !== truth);
  });
  // What follows from another condition need not be said: the fewest that leave these scenarios alone.
  const needed = telling.filter((_name, index) => {
    const others = telling.filter((_, other) => other !== index);
    return !isToldBy(others, some, all);
  });
  const said = needed.length > 0 && isToldBy(needed, some, all) ? needed : telling.slice(0, Math.max(1, needed.length));
  if (said.length === 0) return undefined;
  return said.map((name) => `${name} is ${some[0]?.truths.get(name)}`).join(" and ");
}

function isToldBy(names: readonly string[], some: readonly Scenario[], all: readonly Scenario[]): boolean {
  const matching = all.filter((each) => names.every((name) => each.truths.get(name) === some[0]?.truths.get(name)));
  return matching.length === some.length;
}
