import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { dangerousSchemes } from "../reading/dangerous-schemes.ts";
import { unusualUrls } from "../reading/redirect-urls.ts";

/** Supported by AWS and common in mobile applications. */
export const customSchemeUrl: Rule = {
  id: "custom-scheme-url",
  summary: "Claimed https links are safer than schemes of one's own",
  why: "Any application may register any scheme: another one on the device can receive the code. Links that the operating system ties to your domain (universal links, app links) cannot be taken. With a scheme of your own, PKCE is a must.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.rfc(8252, "7.1"),
  fixable: false,
  *check(spec) {
    for (const { url, node, path } of unusualUrls(spec)) {
      if (!url.isCustomScheme || url.scheme === undefined || url.isHostAndPort || dangerousSchemes.has(url.scheme))
        continue;
      yield {
        span: node.span,
        path,
        message: `Another application on the device may also claim the scheme ${url.scheme}:. Where you can, use https links that the operating system ties to your application, and use PKCE in any case.`,
        data: { scheme: url.scheme },
      };
    }
  },
};
