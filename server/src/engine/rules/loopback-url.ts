import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { unusualUrls } from "../reading/redirect-urls.ts";

/** A third of real definitions have one, on purpose: never more than a note. */
export const loopbackUrl: Rule = {
  id: "loopback-url",
  summary: "Loopback URLs are for development",
  why: "AWS accepts plain http for localhost so that people can test. In production it lets any program on the user's computer that listens on that port receive the code.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("CallbackURLs"),
  fixable: false,
  *check(spec) {
    // Listening on loopback is how native applications on a desktop do it (RFC 8252, section 7.3).
    if (spec.application.type === "native") return;
    for (const { url, node, path } of unusualUrls(spec)) {
      if (url.scheme !== "http" || !url.isLoopback) continue;
      yield {
        span: node.span,
        path,
        message: `${shown(url.text)} is for development. Keep it out of the production app client.`,
        data: { url: url.text },
      };
    }
  },
};
