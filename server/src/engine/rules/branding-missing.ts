import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

/** True of every app client made by API and not to be mended in the file: strict only. */
export const brandingMissing: Rule = {
  id: "branding-missing",
  summary: "Managed login needs a branding style",
  why: "An app client that is made by the API has no managed login style. On a domain with managed login its pages are unavailable until one is made with CreateManagedLoginBranding; the classic hosted UI does not need it.",
  severity: { recommended: "off", strict: "info" },
  evidence: "documented",
  source: documentation.api("API_CreateManagedLoginBranding.html"),
  fixable: false,
  *check(spec) {
    const flow = findItem(spec.flows, "code", "implicit");
    if (!flow || spec.oauthFlag === "no" || spec.operation === "update") return;
    yield {
      span: flow.node.span,
      path: flow.path,
      message:
        "A new app client has no managed login style: on a domain with managed login its pages stay unavailable until you make one with CreateManagedLoginBranding.",
    };
  },
};
