import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

/** Absent in four of five real definitions: strict only. */
export const writeAttributesDefault: Rule = {
  id: "write-attributes-default",
  summary: "Name the attributes that users may change",
  why: "Without WriteAttributes a signed-in user's token may change every standard attribute that the pool allows to change. An application that decides by an attribute should not let its users set it.",
  severity: { recommended: "off", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("WriteAttributes"),
  fixable: false,
  *check(spec) {
    if (!spec.isAbsent("WriteAttributes") || spec.application.type === "m2m") return;
    yield {
      span: spec.head,
      path: spec.path,
      message:
        "WriteAttributes is missing, so users may change all their mutable standard attributes through this app client. Name those that they should change.",
    };
  },
};
