import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

export const documentLimit: Rule = {
  id: "document-limit",
  summary: "An app client is small enough to be checked",
  why: "A real app client is three levels deep and far from a million characters long, and a user pool has at most 10,000 of them. What goes beyond the limits is not checked, so that no file can hang an editor.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.api("API_CreateUserPoolClient.html"),
  fixable: false,
  *check(spec) {
    for (const { code, message, span } of spec.problems)
      if (code === "document-limit") yield { span, path: [], message };
  },
};
