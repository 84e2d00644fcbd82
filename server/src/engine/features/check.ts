import type { AppClient } from "../clients/app-client.ts";
import { clientsIn, clientsTouching } from "../clients/clients-in.ts";
import { linkedInPool } from "../clients/linked-in-pool.ts";
import { isTemplate } from "../clients/template/document.ts";
import type { Link } from "../config/environments/file.ts";
import type { Span } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { findingsOf, poolOf } from "../lint/check.ts";
import type { Finding } from "../lint/finding.ts";
import { rules } from "../lint/registry.ts";
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
  return findings.filter(({ rule, span, path, message }) => {
    const key = JSON.stringify([rule.id, span.start, path, message]);
    return seen.size < seen.add(key).size;
  });
}

/** Findings of one app client of a file. */
export function findingsIn(client: AppClient, context: CheckContext): readonly Finding[] {
  const links = linksOf(client, context);
  if (links.length === 0) return findingsOf(client, context, rules);
  const ids = links.flatMap(({ id }) => id ?? []);
  const pool = ids.length > 0 ? poolOf(client, context) : undefined;
  // One environment without an id is enough: there it is still to be created.
  const exists = context.exists ?? ids.length === links.length;
  const linked = { ...context, exists, ...(pool && { chosenPool: linkedInPool(pool, ids) }) };
  const findings = findingsOf(client, linked, rules);
  return poolIsGiven(links, context) ? findings.filter((finding) => !isMissingPool(finding)) : findings;
}

/** The spec names no pool: that can be chosen when the app client is created, or an environment gives it. */
export function isMissingPool({ rule, path, data }: Finding): boolean {
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
