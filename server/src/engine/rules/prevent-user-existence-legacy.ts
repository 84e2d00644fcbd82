import { documentation } from "../catalogue/links.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Report, Rule } from "../lint/rule.ts";

const NAME = "PreventUserExistenceErrors";

/** Absent in three of five real definitions, so that its absence is a hint only. */
export const preventUserExistenceLegacy: Rule = {
  id: "prevent-user-existence-legacy",
  summary: "Answers do not reveal which users exist",
  why: "With `LEGACY`, which is also the default, sign-in, confirmation and password recovery answer differently for names that have no account. Anybody can find out who uses the application by trying names. `ENABLED` gives one answer for both.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pool-managing-errors.html"),
  fixable: true,
  *check(spec) {
    if (spec.application.type === "m2m") return;
    const field = spec.string(NAME);
    const fixes: Report["fixes"] = (part) =>
      suggestions({ title: `Set ${NAME} to ENABLED`, edits: setMembers(part, spec, [[NAME, "ENABLED"]]) });
    if (field.state === "known" && field.value === "LEGACY") {
      yield {
        span: field.node.span,
        path: field.path,
        message:
          "LEGACY lets anybody find out which users exist, by trying names. Use ENABLED: a wrong name and a wrong password then get the same answer.",
        fixes,
      };
    } else if (field.state === "absent") {
      yield {
        span: spec.head,
        path: spec.path,
        severity: { recommended: "hint", strict: "info" },
        message: `${NAME} is missing, which means LEGACY: anybody can find out which users exist, by trying names. Set it to ENABLED.`,
        fixes,
      };
    }
  },
};
