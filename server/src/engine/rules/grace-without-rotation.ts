import { documentation } from "../catalogue/links.ts";
import { dropMember } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

/** Cognito forgets the number: describe returns 0 (terraform-provider-aws#45646). */
export const graceWithoutRotation: Rule = {
  id: "grace-without-rotation",
  summary: "A grace period needs rotation",
  why: "The grace period lets a replaced refresh token be used once more. With rotation off no token is ever replaced, and Cognito drops the number.",
  severity: { recommended: "info", strict: "info" },
  evidence: "observed",
  source: documentation.api("API_RefreshTokenRotationType.html"),
  fixable: true,
  tag: "unnecessary",
  *check(spec) {
    const rotation = spec.nested("RefreshTokenRotation");
    const grace = rotation.integer("RetryGracePeriodSeconds");
    const feature = rotation.string("Feature");
    if (feature.state !== "known" || feature.value !== "DISABLED") return;
    if (grace.state !== "known" || grace.value <= 0 || grace.value > 60) return;
    yield {
      span: grace.node.span,
      path: grace.path,
      message: `The grace period of ${grace.value} seconds is ignored, because rotation is DISABLED. Remove it, or set Feature to ENABLED.`,
      data: { seconds: grace.value },
      related: [{ span: feature.node.span, message: "rotation is off here" }],
      fixes: (part) => dropMember(part, rotation.node, grace.member, { safe: true }),
    };
  },
};
