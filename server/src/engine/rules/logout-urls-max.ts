import { documentation } from "./links.ts";
import type { Rule } from "./rule.ts";
import { modelConstraint } from "./shared/refusals.ts";
import { tooMany } from "./shared/too-many.ts";

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
