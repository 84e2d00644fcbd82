import { documentation } from "../catalogue/links.ts";
import { appendItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { lacks } from "../reading/lists.ts";

/** Renewal needs a first sign-in. */
export const noSignInFlow: Rule = {
  id: "no-sign-in-flow",
  summary: "Some flow lets users sign in",
  why: "`ALLOW_REFRESH_TOKEN_AUTH` only renews what a sign-in began. Where it stands alone and no OAuth flow signs users in, nobody can get a first token.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "inferred",
  source: documentation.createUserPoolClient("ExplicitAuthFlows"),
  fixable: true,
  *check(spec) {
    const list = spec.authFlows;
    if (list.state !== "known" || !list.value.complete || list.value.items.length === 0) return;
    if (list.value.items.some(({ value }) => value !== "ALLOW_REFRESH_TOKEN_AUTH")) return;
    if (!lacks(spec.flows, "code", "implicit", "client_credentials")) return;
    yield {
      span: list.node.span,
      path: list.path,
      message:
        "ALLOW_REFRESH_TOKEN_AUTH only renews a session, and there is no flow that begins one: nobody can sign in. Add one, such as ALLOW_USER_SRP_AUTH.",
      fixes: (part) =>
        suggestions({
          title: "Add ALLOW_USER_SRP_AUTH",
          edits: appendItems(part, list.node, ["ALLOW_USER_SRP_AUTH"]),
        }),
    };
  },
};
