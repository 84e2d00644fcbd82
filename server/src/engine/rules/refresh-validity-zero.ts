import { unitSeconds } from "../catalogue/entry.ts";
import { standardOf } from "../catalogue/lifetime.ts";
import { documentation } from "../catalogue/links.ts";
import { use } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

/** Zero reads like "never" or "at once", and is neither. */
export const refreshValidityZero: Rule = {
  id: "refresh-validity-zero",
  summary: "A RefreshTokenValidity of 0 means 30 days",
  why: "Cognito takes 0 for its default of 30 days. Written out, nobody has to know that.",
  severity: { recommended: "info", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("RefreshTokenValidity"),
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    const { value, unit } = spec.lifetime("RefreshToken");
    if (value.state !== "known" || value.value !== 0) return;
    yield {
      span: value.node.span,
      path: value.path,
      message: "0 does not end sessions at once, nor never: Cognito makes 30 days of it. Write the time that you want.",
      fixes: (part) =>
        unit === undefined
          ? []
          : // In another unit 30 days are another number, and that 0 then means 30 days is documented less plainly.
            use(part, value.node, standardOf("RefreshToken").seconds / unitSeconds[unit], {
              safe: unit === "days",
              title: unit === "days" ? "Write 30" : "Write 30 days out",
            }),
    };
  },
};
