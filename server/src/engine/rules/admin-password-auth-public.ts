import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

/** Every sixth real definition has it, mostly Lambda back ends: never more than advice. */
export const adminPasswordAuthPublic: Rule = {
  id: "admin-password-auth-public",
  summary: "A back end's app client can keep a secret",
  why: "The admin flow is called by a trusted server with AWS credentials. Such a server can keep a client secret, and with one nobody else can use the app client to sign users in.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("user-pool-settings-client-apps.html"),
  fixable: false,
  *check(spec) {
    const item = findItem(spec.authFlows, "ALLOW_ADMIN_USER_PASSWORD_AUTH");
    if (!item || spec.secret !== "no") return;
    yield {
      span: item.node.span,
      path: item.path,
      message:
        "ALLOW_ADMIN_USER_PASSWORD_AUTH is a back end's flow, but this app client has no secret, so that anybody may use it. If only a back end does, give it one with GenerateSecret: true.",
    };
  },
};
