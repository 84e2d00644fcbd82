import { dropMember } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

/** What Cognito does with the object since the end of Pinpoint is not known, so this is no error. */
export const analyticsPinpointRetired: Rule = {
  id: "analytics-pinpoint-retired",
  summary: "Amazon Pinpoint has ended",
  why: "AnalyticsConfiguration sends sign-in events to Amazon Pinpoint, which AWS ended on 30 October 2026. Nothing receives them any more.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: "https://aws.amazon.com/pinpoint/",
  fixable: true,
  tag: "deprecated",
  *check(spec) {
    const member = spec.entry("AnalyticsConfiguration")?.member;
    if (!member) return;
    yield {
      span: member.keySpan,
      path: [...spec.path, member.key],
      message: "AnalyticsConfiguration sends events to Amazon Pinpoint, which AWS ended on 30 October 2026. Remove it.",
      fixes: (part) => dropMember(part, spec.node, member),
    };
  },
};
