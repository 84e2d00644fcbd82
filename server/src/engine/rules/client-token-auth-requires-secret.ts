import { documentation } from "../catalogue/links.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

/** GetClientToken is called with the secret; whether the app client may be created without one is not known. */
export const clientTokenAuthRequiresSecret: Rule = {
  id: "client-token-auth-requires-secret",
  summary: "ALLOW_CLIENT_TOKEN_AUTH is of no use without a client secret",
  why: "GetClientToken exchanges the client secret for a token, so an app client without one can never call it, and a secret cannot be added later. AWS does not say whether it refuses to create such an app client.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.api("API_GetClientToken.html"),
  fixable: true,
  *check(spec) {
    const machine = findItem(spec.authFlows, "ALLOW_CLIENT_TOKEN_AUTH");
    if (!machine || spec.secret !== "no") return;
    yield {
      span: machine.node.span,
      path: machine.path,
      message:
        "ALLOW_CLIENT_TOKEN_AUTH gets tokens with the client secret, and this app client gets none. Set GenerateSecret to true: a secret cannot be added after the creation.",
      fixes: (part) =>
        suggestions({ title: "Set GenerateSecret to true", edits: setMembers(part, spec, [["GenerateSecret", true]]) }),
    };
  },
};
