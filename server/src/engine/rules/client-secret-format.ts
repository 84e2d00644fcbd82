import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { checkString } from "../lint/checks/check-format.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import { generatedInstead } from "../lint/fixes/generated-secret.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const format = formatAt("ClientSecret");

export const clientSecretFormat: Rule = {
  id: "client-secret-format",
  summary: "ClientSecret has 24 to 64 letters, digits, _ and +",
  why: "A secret of your own must be long enough to be one, and Cognito takes letters, digits, `_` and `+` in it: no hyphen, slash or equals sign, so base64 seldom fits.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ClientSecret"),
  refusals: [modelConstraint("ClientSecret", "pattern"), modelConstraint("ClientSecret", "length")],
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    // In an update the member itself is refused, in an answer of AWS it is AWS's own.
    if (spec.operation === "update" || spec.shape.kind === "describe") return;
    const advice = "Choose another value, or let Cognito generate one with GenerateSecret: true.";
    const fixes = () => (part: Parameters<typeof generatedInstead>[0]) =>
      fixOf("Let Cognito generate the secret", false, generatedInstead(part, spec.node));
    yield* checkString(spec.string("ClientSecret"), format, advice, fixes, true);
  },
};
