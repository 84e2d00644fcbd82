import type { AppClient } from "../clients/app-client.ts";
import { clientsIn, clientsTouching } from "../clients/clients-in.ts";
import type { Span } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { findingsOf } from "../lint/check.ts";
import type { CheckContext } from "../lint/context.ts";
import type { Finding } from "../lint/finding.ts";
import { rules } from "../lint/registry.ts";

/** All findings of a file: app client by app client, each sorted by where they stand. */
export function check(document: SpecDocument, context: CheckContext): readonly Finding[] {
  return clientsIn(document).flatMap((client) => findingsIn(client, context));
}

/** Findings of one app client of a file. */
export function findingsIn(client: AppClient, context: CheckContext): readonly Finding[] {
  return findingsOf(client, context, rules);
}

/** Findings that touch a span of the file, looked for only in the app clients there. */
export function findingsAt(document: SpecDocument, span: Span, context: CheckContext): readonly Finding[] {
  return clientsTouching(document, span.start, span.end)
    .flatMap((client) => findingsIn(client, context))
    .filter((finding) => finding.span.end >= span.start && finding.span.start <= span.end);
}
