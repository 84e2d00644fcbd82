import { documentation } from "../catalogue/links.ts";
import { removeItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, itemsOf } from "../reading/lists.ts";

/** Cognito keeps the machine's grant apart from the user's: one app client serves one or the other. */
export const clientCredentialsExclusive: Rule = {
  id: "client-credentials-exclusive",
  summary: "client_credentials stands alone in AllowedOAuthFlows",
  why: "A client_credentials token belongs to a program, a code or implicit token to a person. Cognito refuses an app client that could get both.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("AllowedOAuthFlows"),
  refusals: [
    {
      exception: "InvalidOAuthFlowException",
      message: "client_credentials flow can not be selected along with code flow or implicit flow.",
      blames: ["AllowedOAuthFlows"],
    },
  ],
  fixable: true,
  *check(spec) {
    const machine = findItem(spec.flows, "client_credentials");
    const user = itemsOf(spec.flows).filter((item) => item.value === "code" || item.value === "implicit");
    const [first] = user;
    if (!machine || !first || spec.flows.state !== "known") return;
    const list = spec.flows.node;
    const others = user.map((item) => item.value).join(" and ");
    yield {
      span: machine.node.span,
      path: machine.path,
      message: `client_credentials cannot be combined with ${others}: Cognito wants an app client of its own for machines. Remove one side, and make a second app client for it.`,
      data: { others },
      related: [{ span: first.node.span, message: `${first.value} signs users in` }],
      fixes: (part) =>
        suggestions(
          { title: "Remove client_credentials", edits: removeItems(part, list, [machine.node]) },
          {
            title: "Keep only client_credentials",
            edits: removeItems(
              part,
              list,
              user.map((item) => item.node),
            ),
          },
        ),
    };
  },
};
