import { documentation } from "../catalogue/links.ts";
import { tooMany } from "../lint/checks/too-many.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

export const callbackUrlsMax: Rule = {
  id: "callback-urls-max",
  summary: "CallbackURLs has at most 100 items",
  why: "100 callback URLs per app client is a hard quota of Cognito: support cannot raise it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("quotas.html"),
  refusals: [modelConstraint("CallbackURLs", "length")],
  fixable: true,
  *check(spec) {
    yield* tooMany(spec.list("CallbackURLs"), 100, "URLs");
  },
};
