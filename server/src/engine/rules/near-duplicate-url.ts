import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { type RedirectUrl, redirectUrls } from "../reading/redirect-urls.ts";
import type { Url } from "../reading/url.ts";

/** Often on purpose, because the comparison is exact: a hint. */
export const nearDuplicateUrl: Rule = {
  id: "near-duplicate-url",
  summary: "URLs that differ only by a slash or by case",
  why: "Cognito compares URLs character by character. Two that differ only by a trailing slash or by the case of the host are often meant to be one, and only one of them is what the application sends.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("CallbackURLs"),
  fixable: false,
  *check(spec) {
    const seen = new Map<string, RedirectUrl>();
    for (const redirect of redirectUrls(spec)) {
      const key = `${redirect.member} ${plain(redirect.url)}`;
      const first = seen.get(key);
      if (!first) seen.set(key, redirect);
      if (!first || first.url.text === redirect.url.text) continue;
      yield {
        span: redirect.node.span,
        path: redirect.path,
        message: `${shown(redirect.url.text)} differs from ${shown(first.url.text)} only by a trailing slash or by case. Keep the one that the application sends, or both if both are used.`,
        data: { url: redirect.url.text, other: first.url.text },
        related: [{ span: first.node.span, message: "almost the same" }],
      };
    }
  },
};

/** Scheme and host in lower case, without the path's last slash; everything else as it is. */
function plain({ scheme = "", host, port, path, query, fragment, text, at }: Url): string {
  const user = at.userinfo ? `${text.slice(at.userinfo.start, at.userinfo.end)}@` : "";
  const authority = host === undefined ? "" : `//${user}${host}:${port ?? ""}`;
  return [`${scheme}:${authority}${path.replace(/\/$/, "")}`, query, fragment].join("\n");
}
