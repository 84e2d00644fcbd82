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
    const { managedLoginVersion, isBranded } = spec.pool ?? {};
    // A template makes the style, and often the domain, too: only where it does the one and not the other is anything missing.
    if (
      managedLoginVersion === 1 ||
      isBranded ||
      (spec.template && (managedLoginVersion !== 2 || isBranded === undefined))
    )
      return;
    if (!flow || spec.oauthFlag === "no" || spec.operation === "update") return;
    yield {
      span: flow.node.span,
      path: flow.path,
      message: spec.template
        ? "The pool's domain has managed login, and nothing in this template gives this app client a style: its pages stay unavailable until it has one. Add an AWS::Cognito::ManagedLoginBranding with its ClientId."
        : "A new app client has no managed login style: on a domain with managed login its pages stay unavailable until you make one with CreateManagedLoginBranding.",
    };
  },
};
