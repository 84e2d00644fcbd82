import type { EnvironmentsFile, EnvironmentsProblem, LinkedSpec } from "../../config/environments/file.ts";
import { readEnvironmentsFile } from "../../config/environments/read.ts";
import { environmentsRules } from "../../config/environments/rules.ts";
import type { SpecDocument } from "../../document/part.ts";
import { levelOf } from "../../lint/active.ts";
import { type Finding, shift } from "../../lint/finding.ts";
import { rules } from "../../lint/registry.ts";
import type { RuleMeta } from "../../lint/rule.ts";
import { specOf } from "../../reading/spec.ts";
import type { CheckContext } from "../check-context.ts";
import { appClientOf } from "./linked.ts";
import { type MergedFinding, mergedFindings } from "./merged-findings.ts";

/** The specs beside an environments file, by their path from its folder; `undefined` where there is no such file. Absent: not looked. */
export type SpecsBeside = ReadonlyMap<string, SpecDocument | undefined>;

/**
 * All findings of an environments file: its own faults, links that lead nowhere, and for each linked app client what its merged
 * request has wrong and the spec alone has not.
 * @param only the environment whose links are judged; without one, all.
 */
export function checkEnvironments(
  document: SpecDocument,
  specs: SpecsBeside,
  context: CheckContext,
  only?: string,
): readonly EnvironmentsFinding[] {
  const file = fileOf(document);
  const findings: EnvironmentsFinding[] = [...syntaxFindings(document, context)];
  const tell = (problem: EnvironmentsProblem) => {
    const rule = environmentsRules.find(({ id }) => id === problem.rule);
    const severity = rule && levelOf(rule, context.settings);
    if (rule && severity && severity !== "off") findings.push({ ...problem, rule, severity });
  };
  file.problems.forEach(tell);
  for (const each of file.specs) {
    const links = each.links.filter(({ environment }) => only === undefined || environment === only);
    const spec = { ...each, links };
    if (!specs.has(spec.path) || (only !== undefined && links.length === 0)) continue;
    for (const problem of linkProblems(file, spec, specs.get(spec.path))) tell(problem);
    findings.push(...ofMerged(file, spec, specs.get(spec.path), context));
  }
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** Its fixes are those of `environmentsFixesAt`. */
export interface EnvironmentsFinding extends Omit<Finding, "fixes" | "client"> {
  /** Of what the merged request has wrong: how it could be without. */
  readonly mends?: MergedFinding["mends"];
}

/** Kept per document, so that what is computed from its nodes stays while the text does. */
export function fileOf(document: SpecDocument): EnvironmentsFile {
  let file = files.get(document);
  if (!file) {
    file = readEnvironmentsFile(document);
    files.set(document, file);
  }
  return file;
}
const files = new WeakMap<SpecDocument, EnvironmentsFile>();

function* syntaxFindings(document: SpecDocument, { settings }: CheckContext): Generator<Finding> {
  for (const { part, base } of document.units) {
    for (const { code, message, span } of part.problems) {
      const rule: RuleMeta | undefined = rules.find(({ id }) => id === code);
      const severity = rule && levelOf(rule, settings);
      if (rule && severity && severity !== "off") yield { rule, severity, message, span: shift(span, base), path: [] };
    }
  }
}

function* linkProblems(
  { environments }: EnvironmentsFile,
  { key, keySpan, links, clientName }: LinkedSpec,
  document: SpecDocument | undefined,
): Generator<EnvironmentsProblem> {
  const at = { span: keySpan, path: ["clients", key] };
  if (!document) {
    yield {
      ...at,
      rule: "environments-spec-not-found",
      message: "There is no such file beside this one: the link leads nowhere.",
    };
    return;
  }
  const found = appClientOf(document, clientName === undefined ? {} : { clientName });
  if (!("client" in found)) {
    const { names } = found;
    const there = names.length > 0 ? ` It has ${names.join(", ")}.` : "";
    const message =
      clientName === undefined
        ? `This file holds several app clients, so say which one is meant: ${key}#${names[0] ?? "its-ClientName"}.${there}`
        : `Exactly one app client of this file must have this ClientName.${there}`;
    yield { ...at, rule: "environments-client-not-found", message };
    return;
  }
  const own = specOf(found.client).string("UserPoolId");
  for (const { environment: name, environmentSpan: span } of links) {
    const environment = environments.get(name);
    if (!environment) continue;
    const here = { span, path: ["clients", key, name] };
    if (own.state === "absent" && environment.pool === undefined)
      yield {
        ...here,
        rule: "environments-pool-missing",
        message: `No pool is known for ${name}: give the environment its pool, or the spec its UserPoolId.`,
      };
    if (own.state === "known" && environment.pool !== undefined && own.value !== environment.pool)
      yield {
        ...here,
        rule: "environments-pool-mismatch",
        message: `The spec is for the pool ${own.value}, and ${name} is ${environment.pool}. A spec's own pool is never overridden: take it out of the spec, or mend the environment.`,
      };
  }
}

function ofMerged(
  file: EnvironmentsFile,
  spec: LinkedSpec,
  document: SpecDocument | undefined,
  context: CheckContext,
): readonly MergedFinding[] {
  const found = document && appClientOf(document, spec.clientName === undefined ? {} : { clientName: spec.clientName });
  if (!found || !("client" in found)) return [];
  return spec.links.flatMap((link) => {
    const environment = file.environments.get(link.environment);
    return environment ? mergedFindings(found.client, { environment, link, spec }, context) : [];
  });
}
