import type { AppClient } from "../../clients/app-client.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import { contentOfReading } from "../../clients/template/client.ts";
import { conditionsIn } from "../../clients/template/conditions-used.ts";
import type { Path } from "../../clients/template/piece.ts";
import { attributeOf } from "../../clients/template/piece.ts";
import { type Reading, readingsOf } from "../../clients/template/site.ts";
import { parametersOf } from "../../clients/template/uses.ts";
import { findMember, stringValue } from "../../document/node.ts";
import { Spec } from "../../reading/spec.ts";
import type { Judged } from "../finding.ts";
import { candidateFindings } from "./candidates.ts";
import { keepingFunctions } from "./kept.ts";
import { poolAtDeploy } from "./pool-at-deploy.ts";
import { refusalsWith } from "./refusals.ts";
import { type Found, joined } from "./scenarios.ts";

/** Runs the rules that are on over one spec. */
export type Run = (spec: Spec) => readonly Judged[];

/** What was found, with its path from the file's root. */
export interface JudgedInFile {
  readonly judged: Judged;
  readonly path: Path;
}

/**
 * Judges an app client of a template in each way that it can turn out to be.
 * @param live what AWS says of its pool, which counts more than what the template says.
 */
export function judgeTemplate(client: AppClient, live: PoolFacts | undefined, run: Run): JudgedInFile[] {
  const scope = client.scope.template;
  if (!scope) return [];
  const { site } = scope;
  const readings = readingsOf(site);
  const scenarios = readings.map(({ scenario }) => scenario);
  const uses = parametersOf(site);
  const unused = new UnusedSuppressions();
  const judge = (reading: Reading, isTrial: boolean): Found[] => {
    const template = {
      ...reading,
      plainParameters: isTrial ? [] : uses.map(({ parameter }) => parameter),
      refusalsWith: (values: ReadonlyMap<string, string>) =>
        refusalsWith(reading, values, uses, (other) => judge(other, true)),
    };
    const spec = new Spec(contentOfReading(client, reading), poolAtDeploy(live, reading.facts), template);
    const found = run(spec);
    unused.look(found);
    return keepingFunctions(found, reading).map((judged) => ({
      judged,
      path: pathInFile(judged, reading),
      scenario: reading.scenario,
    }));
  };
  const found = readings.flatMap((reading) => {
    const plain = judge(reading, false);
    return [...plain, ...candidateFindings(reading, uses, plain, (other) => judge(other, true))];
  });
  const disabled = disabledBy(client);
  const isUndecided = readings.some(({ scenario }) =>
    conditionsIn(site.properties).some((name) => !scenario.truths.has(name)),
  );
  return joined(found, scenarios).filter(
    ({ judged }) =>
      !disabled.has(judged.rule.id) && (judged.rule.id !== UNUSED || (!isUndecided && unused.always(judged))),
  );
}

/** A suppression is of use when it silences something in a single way that an app client can turn out to be. */
class UnusedSuppressions {
  private readonly counts = new Map<string, number>();
  private runs = 0;

  look(found: readonly Judged[]): void {
    this.runs++;
    for (const judged of found)
      if (judged.rule.id === UNUSED) this.counts.set(keyOf(judged), (this.counts.get(keyOf(judged)) ?? 0) + 1);
  }

  always(judged: Judged): boolean {
    return this.counts.get(keyOf(judged)) === this.runs;
  }
}

const UNUSED = "unused-suppression";

function keyOf({ span, data }: Judged): string {
  return JSON.stringify([span.start, data]);
}

/** Paths of reports count from the resource; those of another block are the file's already. */
function pathInFile({ at, isWritten, path }: Judged, { site, origin }: Reading): Path {
  if (at) return path;
  if (isWritten) return [...site.path, ...path];
  return origin(path[0] === "Properties" ? path.slice(1) : path);
}

/** `Metadata: {cognitoClient: {disable: [rule]}}`, for JSON, which has no comments. */
function disabledBy({ scope }: AppClient): Set<string> {
  const metadata = attributeOf(scope.template?.site.piece, "Metadata");
  const list = findMember(findMember(metadata, "cognitoClient")?.value, "disable")?.value;
  return new Set(list?.kind === "array" ? list.items.flatMap((item) => stringValue(item) ?? []) : []);
}
