import { documentation } from "../catalogue/links.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

/** Pinpoint has ended, which the recommended preset says already. */
export const analyticsUserDataShared: Rule = {
  id: "analytics-user-data-shared",
  summary: "User attributes stay in Cognito",
  why: "With UserDataShared Cognito sends the users' attributes, such as email addresses and telephone numbers, to the Pinpoint project as well as the events.",
  severity: { recommended: "off", strict: "info" },
  evidence: "documented",
  source: documentation.api("API_AnalyticsConfigurationType.html"),
  fixable: true,
  *check(spec) {
    const field = spec.nested("AnalyticsConfiguration").boolean("UserDataShared");
    if (field.state !== "known" || !field.value) return;
    yield {
      span: field.node.span,
      path: field.path,
      message:
        "UserDataShared sends the users' attributes, personal data among them, to the Pinpoint project. Set it to false unless that is wanted.",
      fixes: (part) => (isEditable(field.node) ? fixOf("Use false", false, replaceValue(part, field.node, false)) : []),
    };
  },
};
