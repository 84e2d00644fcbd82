import { documentation } from "./links.ts";
import type { Rule } from "./rule.ts";
import { modelConstraint } from "./shared/refusals.ts";
import { tooMany } from "./shared/too-many.ts";

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
