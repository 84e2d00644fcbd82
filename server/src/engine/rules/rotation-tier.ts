import { documentation } from "../catalogue/links.ts";
import { replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";

/** Nobody has seen AWS refuse it, and AWS's pages do not list rotation among what a plan brings: worth a look, no more. */
export const rotationTier: Rule = {
  id: "rotation-tier",
  summary: "Refresh token rotation may need more than the Lite plan",
  why: "AWS's pages do not tie refresh token rotation to a feature plan, but at least one emulator refuses it on Lite. If the creation fails with FeatureUnavailableInTierException, this is why.",
  severity: { recommended: "info", strict: "warning" },
  evidence: "inferred",
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
        "This pool is on the Lite feature plan, and refresh token rotation may need Essentials or Plus. If AWS refuses the request, raise the pool's plan or switch rotation off.",
      data: { tier: "LITE" },
      fixes: (part): Fix[] =>
        suggestions({
          title: "Set RefreshTokenRotation.Feature to DISABLED",
          edits: replaceValue(part, feature.node, "DISABLED"),
        }),
    };
  },
};
