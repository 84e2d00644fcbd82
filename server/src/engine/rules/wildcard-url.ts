import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { unusualUrls } from "../reading/redirect-urls.ts";

/** Accepted by the pattern, and never matched by anything. */
export const wildcardUrl: Rule = {
  id: "wildcard-url",
  summary: "Redirect URLs have no wildcards",
  why: "Cognito compares redirect URLs character by character: a `*` matches only a `*`. People then see `redirect_mismatch`. A wildcard would also let an attacker's subdomain receive tokens.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.rfc(9700, "4.1.3"),
  fixable: false,
  *check(spec) {
    for (const { url, node, path } of unusualUrls(spec)) {
      // In a query a star may be a value like any other.
      const end = url.at.query?.start ?? url.at.fragment?.start;
      if (!url.text.slice(0, end).includes("*")) continue;
      yield {
        span: node.span,
        path,
        message: `${shown(url.text)} has a wildcard, but Cognito compares URLs character by character, so no real address ever matches it. List each address.`,
        data: { url: url.text },
      };
    }
  },
};
