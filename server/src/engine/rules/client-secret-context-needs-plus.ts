import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

const NAME = "EnablePropagateAdditionalUserContextData";

/** Once the pool's plan is known, context-data-tier knows better. */
export const clientSecretContextNeedsPlus: Rule = {
  id: "client-secret-context-needs-plus",
  summary: "User context data is used by threat protection only",
  why: "The IP address and device data that the application passes on are read by threat protection, which is part of the Plus feature plan. On other plans the setting is accepted and does nothing.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pool-settings-adaptive-authentication.html"),
  fixable: false,
  *check(spec) {
    const facts = spec.pool;
    const field = spec.boolean(NAME);
    if (field.state !== "known" || !field.value || facts?.tier !== undefined || spec.secret === "no") return;
    yield {
      span: field.node.span,
      path: field.path,
      message: `${NAME} helps only a pool with threat protection, which needs the Plus feature plan. On another plan, leave it out.`,
    };
  },
};
