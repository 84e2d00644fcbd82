import { documentation } from "../catalogue/links.ts";
import { type SpecNode, stringValue } from "../document/node.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { itemsWhere } from "../reading/lists.ts";
import { type RedirectUrl, redirectUrls, unusualUrls } from "../reading/redirect-urls.ts";
import type { Spec } from "../reading/spec.ts";
import { isOrdinary } from "../reading/url.ts";

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
    if (!mayDiffer(spec)) return;
    const seen = { CallbackURLs: new Map(), LogoutURLs: new Map(), DefaultRedirectURI: new Map() } as Record<
      RedirectUrl["member"],
      Map<string, RedirectUrl>
    >;
    for (const redirect of redirectUrls(spec)) {
      const of = seen[redirect.member];
      const key = plain(redirect);
      const first = of.get(key);
      if (!first) of.set(key, redirect);
      if (!first || first.text === redirect.text) continue;
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

/** Among everyday addresses only a slash at the end makes two of one, and where nothing has one there is nothing to compare. */
function mayDiffer(spec: Spec): boolean {
  const hasSlash = (name: "CallbackURLs" | "LogoutURLs") => itemsWhere(spec.list(name), endsWithSlash).length > 0;
  return unusualUrls(spec).length > 0 || hasSlash("CallbackURLs") || hasSlash("LogoutURLs");
}
const endsWithSlash = (node: SpecNode) => stringValue(node)?.endsWith("/") === true;

/** Scheme and host in lower case, without an empty port and the path's last slash; everything else as it is. */
function plain(redirect: RedirectUrl): string {
  const { text } = redirect;
  // Of an everyday address that is the text itself, and reading it would take most of the time that a long list takes.
  if (isOrdinary(text)) return text.endsWith("/") ? text.slice(0, -1) : text;
  const { scheme = "", host, port, path, query, fragment, at } = redirect.url;
  const user = at.userinfo ? `${text.slice(at.userinfo.start, at.userinfo.end)}@` : "";
  const authority = host === undefined ? "" : `//${user}${host}${port ? `:${port}` : ""}`;
  const rest = query || fragment ? `\n${query ?? ""}\n${fragment ?? ""}` : "";
  return `${scheme}:${authority}${path.replace(/\/$/, "")}${rest}`;
}
