import type { AppClient } from "../clients/app-client.ts";
import { clientsIn, clientsTouching } from "../clients/clients-in.ts";
import { linkedInPool } from "../clients/linked-in-pool.ts";
import { isTemplate } from "../clients/template/document.ts";
import type { Link } from "../config/environments/file.ts";
import type { Span } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { countedOf, findingsOf, judgedOf, poolOf } from "../lint/check.ts";
import type { LintContext } from "../lint/context.ts";
import type { Finding, Judged } from "../lint/finding.ts";
import { rules } from "../lint/registry.ts";
import type { RuleMeta } from "../lint/rule.ts";
import { nameOf } from "../reading/name.ts";
import type { CheckContext } from "./check-context.ts";

/** All findings of a file: app client by app client, each sorted by where they stand. */
export function check(document: SpecDocument, context: CheckContext): readonly Finding[] {
  const findings = clientsIn(document).flatMap((client) => findingsIn(client, context));
  return isTemplate(document) ? distinct(findings) : findings;
}

/** What stands outside of the app clients of a template may be found from several of them. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ at, rule, span, path, message }) => {
    if (!at) return true;
    const key = JSON.stringify([rule.id, span.start, path, message]);
    return seen.size < seen.add(key).size;
  });
}

/** Findings of one app client of a file. */
export function findingsIn(client: AppClient, context: CheckContext): readonly Finding[] {
  const linked = asLinked(client, context);
  return withoutGivenPool(findingsOf(client, linked, rules), linked);
}

/** The same of an app client of a spec, without a place in the file. */
export function judgedIn(client: AppClient, context: CheckContext): readonly Judged[] {
  const linked = asLinked(client, context);
  return withoutGivenPool(judgedOf(client, linked, rules), linked);
}

/** Of an app client of a spec, its errors and what one rule finds: no more rules are run than that takes. */
export function countedIn(client: AppClient, context: CheckContext, own?: RuleMeta): readonly Judged[] {
  const linked = asLinked(client, context);
  return withoutGivenPool(countedOf(client, linked, rules, own), linked);
}

interface Linked extends LintContext {
  readonly poolIsGiven?: boolean;
}

/** What is known of an app client that the nearest environments file lists. */
function asLinked(client: AppClient, context: CheckContext): Linked {
  const links = linksOf(client, context);
  if (links.length === 0) return context;
  const ids = links.flatMap(({ id }) => id ?? []);
  const pool = ids.length > 0 ? poolOf(client, context) : undefined;
  // One environment without an id is enough: there it is still to be created.
  const exists = context.exists ?? ids.length === links.length;
  const chosenPool = pool && linkedInPool(pool, ids);
  return { ...context, exists, ...(chosenPool && { chosenPool }), poolIsGiven: poolIsGiven(links, context) };
}

function withoutGivenPool<J extends Judged | Finding>(found: readonly J[], { poolIsGiven }: Linked): readonly J[] {
  return poolIsGiven ? found.filter((each) => !isMissingPool(each)) : found;
}

/** The spec names no pool: that can be chosen when the app client is created, or an environment gives it. */
export function isMissingPool({ rule, path, data }: Pick<Finding, "rule" | "path" | "data">): boolean {
  if (rule.id !== "required-property") return false;
  return path.at(-1) === "UserPoolId" || Object.values(data ?? {}).includes("UserPoolId");
}

/** Each environment that lists the app client gives a pool, so the spec needs none. */
function poolIsGiven(links: readonly Link[], { environments }: CheckContext): boolean {
  return links.every((link) => environments?.file.environments.get(link.environment)?.pool !== undefined);
}

/** What the nearest environments file says of an app client. */
export function linksOf(client: AppClient, { environments }: Pick<CheckContext, "environments">): readonly Link[] {
  if (!environments) return [];
  const { file, path } = environments;
  return file.specs
    .filter((spec) => spec.path === path && (spec.clientName === undefined || spec.clientName === nameOf(client)))
    .flatMap((spec) => spec.links);
}

/** Findings that touch a span of the file, looked for only in the app clients there. */
export function findingsAt(document: SpecDocument, span: Span, context: CheckContext): readonly Finding[] {
  // Those of a template may stand in another block than their app client.
  const findings = isTemplate(document)
    ? check(document, context)
    : clientsTouching(document, span.start, span.end).flatMap((client) => findingsIn(client, context));
  return findings.filter((finding) => finding.span.end >= span.start && finding.span.start <= span.end);
}
