import { documentation } from "../catalogue/links.ts";
import { removal, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";

/** Only threat protection reads what this member lets through. */
export const contextDataTier: Rule = {
  id: "context-data-tier",
  summary: "EnablePropagateAdditionalUserContextData has an effect on the Plus plan only",
  why: "The user's IP address and device data feed threat protection, which is part of the Plus feature plan. On other plans Cognito accepts the setting and does nothing with it.",
  severity: { recommended: "info", strict: "info" },
  evidence: "inferred",
  source: documentation.guide("cognito-user-pool-settings-adaptive-authentication.html"),
  fixable: true,
  poolAware: true,
  tag: "unnecessary",
  *check(spec) {
    const facts = spec.pool;
    const field = spec.boolean("EnablePropagateAdditionalUserContextData");
    if (field.state !== "known" || !field.value || spec.secret === "no") return;
    if (facts?.tier === undefined || facts.tier === "PLUS") return;
    const plan = facts.tier === "LITE" ? "Lite" : "Essentials";
    yield {
      span: field.node.span,
      path: field.path,
      message: `Context data feeds threat protection, which needs the Plus feature plan; this pool is on ${plan}, where the setting does nothing. Leave it out.`,
      data: { tier: facts.tier },
      fixes: (part) => suggestions(removal(part, spec, "EnablePropagateAdditionalUserContextData")),
    };
  },
};
