import { documentation } from "../catalogue/links.ts";
import { valuesAt } from "../lint/checks/check-values.ts";
import { tooMany } from "../lint/checks/too-many.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

const flows = valuesAt("AllowedOAuthFlows");

export const oauthFlowsMax: Rule = {
  id: "oauth-flows-max",
  summary: "AllowedOAuthFlows has at most 3 items",
  why: "There are three OAuth grants. A fourth item is a repetition, and AWS counts it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("AllowedOAuthFlows"),
  refusals: [modelConstraint("AllowedOAuthFlows", "length")],
  fixable: true,
  *check(spec) {
    // A value that is no grant has its own finding, and removing it may be all that is needed.
    if (itemsOf(spec.flows).some(({ value }) => !flows.includes(value))) return;
    yield* tooMany(spec.flows, 3, "items");
  },
};
