import { documentation } from "../catalogue/links.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { changeUrl, unusualUrls } from "../reading/redirect-urls.ts";

/** The message must not repeat what may be a password. */
export const credentialsInUrl: Rule = {
  id: "credentials-in-url",
  summary: "Redirect URLs carry no user name or password",
  why: "What stands before the @ of an address is sent to everybody who sees the URL: the browser's history, logs, and other pages. RFC 3986 deprecates passwords in URLs. It also makes an address look like another one.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.rfc(3986, "3.2.1"),
  fixable: true,
  *check(spec) {
    for (const redirect of unusualUrls(spec)) {
      const { url, node, path } = redirect;
      const user = url.at.userinfo;
      if (!user || url.isCustomScheme) continue;
      yield {
        span: node.span,
        path,
        message: `A user name or password stands before the @ of this URL, where histories and logs show it. Remove it: the browser goes to ${url.host ?? "the host after the @"} in any case.`,
        ...(url.host && { data: { host: url.host } }),
        fixes: (part) =>
          suggestions({
            title: "Remove what stands before the @",
            edits: changeUrl(part, spec, redirect, url.text.slice(0, user.start) + url.text.slice(user.end + 1)),
          }),
      };
    }
  },
};
