import { secretUses } from "../lint/checks/secret-uses.ts";
import type { Rule } from "../lint/rule.ts";

/** Outputs are shown to everybody who may describe the stack. */
export const secretInOutput: Rule = {
  id: "secret-in-output",
  summary: "No output shows an app client's secret",
  why: "Outputs are not redacted: whoever may describe the stack reads them, and they stay in its history. AWS advises against secrets there. Keep the secret in Secrets Manager, and give out its ARN.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
  fixable: false,
  hosts: ["template"],
  *check(spec) {
    const site = spec.template?.site;
    if (!site) return;
    for (const { path, piece, span } of secretUses(site)) {
      if (!path.includes("Outputs")) continue;
      yield {
        span,
        path,
        at: piece,
        message: `This output shows the secret of ${site.id} to everybody who may describe the stack. Keep it in an AWS::SecretsManager::Secret, and output that one's ARN.`,
        data: { client: site.id },
      };
    }
  },
};
