import { documentation } from "../catalogue/links.ts";
import { dropMember } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";
import { lacks } from "../reading/lists.ts";

/** The machine's case is told by client-credentials-unused-settings, with the other unused settings. */
export const logoutUrlsWithoutRedirectFlow: Rule = {
  id: "logout-urls-without-redirect-flow",
  summary: "Logout URLs are used with code or implicit",
  why: "The logout endpoint ends a session of the login pages. Without `code` or `implicit` nobody has such a session, so the URLs are never used.",
  severity: { recommended: "info", strict: "info" },
  evidence: "inferred",
  source: documentation.guide("logout-endpoint.html"),
  fixable: true,
  tag: "unnecessary",
  *check(spec) {
    const urls = spec.list("LogoutURLs");
    if (urls.state !== "known" || urls.node.items.length === 0) return;
    if (!lacks(spec.flows, "code", "implicit", "client_credentials")) return;
    yield {
      span: urls.member.keySpan,
      path: urls.path,
      message:
        "LogoutURLs are used only after a sign-in with code or implicit, and AllowedOAuthFlows has neither. Add the flow, or remove the URLs.",
      fixes: (part) => dropMember(part, spec.node, urls.member),
    };
  },
};
