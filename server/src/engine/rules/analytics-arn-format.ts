import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { checkString } from "../lint/checks/check-format.ts";
import { use } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const format = formatAt("AnalyticsConfiguration", "RoleArn");

export const analyticsArnFormat: Rule = {
  id: "analytics-arn-format",
  summary: "ApplicationArn and RoleArn of AnalyticsConfiguration are ARNs of 20 to 2048 characters",
  why: "An ARN has the form `arn:partition:service:region:account:resource`, with an account number of digits. Every partition is fine; the region may be empty, as it is for IAM.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_AnalyticsConfigurationType.html"),
  refusals: ["ApplicationArn", "RoleArn"].flatMap((name) => [
    modelConstraint(`AnalyticsConfiguration.${name}`, "pattern"),
    modelConstraint(`AnalyticsConfiguration.${name}`, "length"),
  ]),
  fixable: true,
  *check(spec) {
    for (const name of ["ApplicationArn", "RoleArn"]) {
      const field = spec.nested("AnalyticsConfiguration").string(name);
      yield* checkString(field, format, "Write the whole ARN.", (value, node) => {
        const trimmed = value.trim();
        return trimmed === value || format(trimmed) ? undefined : (part) => use(part, node, trimmed, { safe: true });
      });
    }
  },
};
