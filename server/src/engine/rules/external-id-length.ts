import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { checkString } from "../lint/checks/check-format.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const format = formatAt("AnalyticsConfiguration", "ExternalId");

export const externalIdLength: Rule = {
  id: "external-id-length",
  summary: "AnalyticsConfiguration.ExternalId has at most 131072 characters",
  why: "The external id is what the role's trust policy asks for, usually a UUID. The service model ends it at 131072 characters.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_AnalyticsConfigurationType.html"),
  refusals: [modelConstraint("AnalyticsConfiguration.ExternalId", "length")],
  fixable: false,
  *check(spec) {
    const field = spec.nested("AnalyticsConfiguration").string("ExternalId");
    yield* checkString(field, format, "Use the value that the role's trust policy asks for.");
  },
};
