import { documentation } from "../catalogue/links.ts";
import { tooMany } from "../lint/checks/too-many.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

export const logoutUrlsMax: Rule = {
  id: "logout-urls-max",
  summary: "LogoutURLs has at most 100 items",
  why: "100 logout URLs per app client is a hard quota of Cognito: support cannot raise it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("quotas.html"),
  refusals: [modelConstraint("LogoutURLs", "length")],
  fixable: true,
  *check(spec) {
    yield* tooMany(spec.list("LogoutURLs"), 100, "URLs");
  },
};
