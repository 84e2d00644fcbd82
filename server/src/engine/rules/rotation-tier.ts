import { documentation } from "../catalogue/links.ts";
import { replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";

/** Announced for Essentials and Plus in April 2025; nobody has quoted a refusal on Lite, so it is no error. */
export const rotationTier: Rule = {
  id: "rotation-tier",
  summary: "Refresh token rotation belongs to the Essentials and Plus plans",
  why: "AWS announced refresh token rotation for the Essentials and Plus feature plans. Nobody has quoted what it answers on Lite; FeatureUnavailableInTierException is what it says of other features there.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("cognito-sign-in-feature-plans.html"),
  fixable: true,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const feature = spec.nested("RefreshTokenRotation").string("Feature");
    if (facts?.tier !== "LITE" || spec.rotation !== "yes" || feature.state !== "known") return;
    yield {
      span: feature.node.span,
      path: feature.path,
      message:
        "This pool is on the Lite feature plan, and AWS has refresh token rotation for Essentials and Plus. Raise the pool's plan, or switch rotation off.",
      data: { tier: "LITE" },
      fixes: (part): Fix[] =>
        suggestions({
          title: "Set RefreshTokenRotation.Feature to DISABLED",
          edits: replaceValue(part, feature.node, "DISABLED"),
        }),
    };
  },
};
