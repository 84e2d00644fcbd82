import { documentation } from "../catalogue/links.ts";
import { dropMember } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

/** For a machine an empty list is written on purpose. */
export const emptyAuthFlowsList: Rule = {
  id: "empty-auth-flows-list",
  summary: "An empty ExplicitAuthFlows says nothing for sure",
  why: "Cognito accepts the empty list, but whether it then allows no flow or the default ones is not documented.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "observed",
  source: documentation.createUserPoolClient("ExplicitAuthFlows"),
  fixable: true,
  *check(spec) {
    const list = spec.authFlows;
    if (list.state !== "known" || list.node.items.length > 0 || spec.application.type === "m2m") return;
    yield {
      span: list.node.span,
      path: list.path,
      message:
        "Whether an empty ExplicitAuthFlows allows nothing or the default flows is not documented. Name the flows that the application uses, or leave the member out for the defaults.",
      fixes: (part) => dropMember(part, spec.node, list.member),
    };
  },
};
