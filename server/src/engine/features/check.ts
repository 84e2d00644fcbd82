import type { AppClient } from "../clients/app-client.ts";
import { clientsIn, clientsTouching } from "../clients/clients-in.ts";
import { isTemplate } from "../clients/template/document.ts";
import type { Link } from "../config/environments/file.ts";
import type { Span } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { findingsOf } from "../lint/check.ts";
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
  const findings = findingsOf(client, context, rules);
  const links = linksOf(client, context);
  if (links.length === 0) return findings;
  const given = poolIsGiven(links, context);
  const ids = links.flatMap(({ id }) => id ?? []);
  return findings.filter((finding) => !(given && isMissingPool(finding)) && !isDouble(finding, ids));
}

/** An app client is no double of itself: the pool has it under an id that is linked. */
export function isDouble({ rule, data }: Finding, ids: readonly string[]): boolean {
  return rule.id === "client-name-duplicate" && data?.["count"] === 1 && ids.includes(String(data["id"]));
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
