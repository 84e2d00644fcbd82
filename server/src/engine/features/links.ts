import { clientsIn } from "../clients/clients-in.ts";
import type { Span } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { isQuotable } from "../lint/quotable.ts";
import { itemsOf } from "../reading/lists.ts";
import { specOf } from "../reading/spec.ts";

export interface Link {
  /** In the file, without quotes. */
  readonly span: Span;
  readonly target: string;
}

/** Web addresses among the callback and logout URLs; anything else (a scheme of an app, a template) leads nowhere from here. */
export function links(document: SpecDocument): Link[] {
  return clientsIn(document).flatMap((client) => {
    const { base, part } = client;
    const spec = specOf(client);
    const nodes = [...itemsOf(spec.callbacks), ...itemsOf(spec.list("LogoutURLs"))].map(({ node }) => node);
    const redirect = spec.string("DefaultRedirectURI");
    if (redirect.state === "known") nodes.push(redirect.node);
    return nodes.flatMap(({ value, span, style, alias }) => {
      if (alias || typeof value !== "string" || style === "block" || !/^https?:\/\/[^\s*]+$/i.test(value)) return [];
      if (!isQuotable(part, value)) return [];
      const quotes = style === "double" || style === "single" ? 1 : 0;
      return [{ span: { start: base + span.start + quotes, end: base + span.end - quotes }, target: value }];
    });
  });
}
