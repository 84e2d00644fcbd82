import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

/** Right for browsers and devices, which must use PKCE; only a server would lack something. */
export const codeWithoutSecret: Rule = {
  id: "code-without-secret",
  summary: "Without a secret, code needs PKCE",
  why: "Without a secret, PKCE is what keeps a stolen authorization code from being exchanged for tokens. Cognito supports it but does not demand it: the application must send a code challenge. A web server should have a secret as well.",
  severity: { recommended: "off", strict: "info" },
  evidence: "documented",
  source: documentation.rfc(9700, "2.1.1"),
  fixable: false,
  *check(spec) {
    const code = findItem(spec.flows, "code");
    if (!code || spec.secret !== "no" || findItem(spec.flows, "client_credentials")) return;
    yield {
      span: code.node.span,
      path: code.path,
      message:
        "This app client has no secret, so only PKCE protects its authorization codes, and Cognito does not demand it. Make sure that the application sends a code challenge; a web server should have a secret.",
    };
  },
};
