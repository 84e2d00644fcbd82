import { legacyAuthFlows } from "../catalogue/auth-flows.ts";
import { documentation } from "../catalogue/links.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { modernAuthFlows } from "../lint/fixes/modern-auth-flows.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

/** Names from before 2019 and their ALLOW_ successors are two vocabularies; a request uses one. */
export const authFlowsLegacyMixed: Rule = {
  id: "auth-flows-legacy-mixed",
  summary: "ExplicitAuthFlows does not mix ALLOW_ names with the old ones",
  why: "ADMIN_NO_SRP_AUTH, CUSTOM_AUTH_FLOW_ONLY and USER_PASSWORD_AUTH are the names that the ALLOW_ values replaced. Cognito accepts a list of either kind and refuses one of both.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("ExplicitAuthFlows"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
      blames: ["ExplicitAuthFlows"],
    },
  ],
  fixable: true,
  *check(spec) {
    const items = itemsOf(spec.authFlows);
    const legacy = items.filter(({ value }) => Object.hasOwn(legacyAuthFlows, value));
    // ALLOW_CLIENT_TOKEN_AUTH takes no company at all: client-token-auth-exclusive says so.
    const modern = items.find(({ value }) => value.startsWith("ALLOW_") && value !== "ALLOW_CLIENT_TOKEN_AUTH");
    const [first] = legacy;
    if (!first || !modern || spec.authFlows.state !== "known") return;
    const { node, value } = spec.authFlows;
    yield {
      span: first.node.span,
      path: first.path,
      message: `${first.value} is an old name and cannot stand beside ${modern.value}. Use the ALLOW_ names throughout: here ${legacyAuthFlows[first.value]}.`,
      data: { legacy: first.value, modern: modern.value },
      related: [{ span: modern.node.span, message: `${modern.value} is of the new kind` }],
      fixes: (part) => {
        if (!value.complete || !isEditable(node)) return [];
        const flows = modernAuthFlows(
          items.map((item) => item.value),
          spec.rotation,
        );
        return suggestions({ title: "Use the ALLOW_ names throughout", edits: replaceValue(part, node, flows) });
      },
    };
  },
};
