import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { checkString } from "../lint/checks/check-format.ts";
import { use } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const format = formatAt("AnalyticsConfiguration", "ApplicationId");
const ID_WITHIN = /^\s*(?:arn:.*[:/]apps\/)?([0-9a-fA-F]{8,})\s*$/;

export const analyticsApplicationIdFormat: Rule = {
  id: "analytics-application-id-format",
  summary: "AnalyticsConfiguration.ApplicationId consists of hexadecimal digits",
  why: "A Pinpoint project's id is a row of hexadecimal digits. Its name and its ARN are something else: the ARN belongs into ApplicationArn.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_AnalyticsConfigurationType.html"),
  refusals: [modelConstraint("AnalyticsConfiguration.ApplicationId", "pattern")],
  fixable: true,
  *check(spec) {
    const field = spec.nested("AnalyticsConfiguration").string("ApplicationId");
    yield* checkString(
      field,
      format,
      "Write the project's id, or name it by ApplicationArn instead.",
      (value, node) => {
        const id = ID_WITHIN.exec(value)?.[1];
        return id === undefined ? undefined : (part) => use(part, node, id, { safe: true });
      },
    );
  },
};
