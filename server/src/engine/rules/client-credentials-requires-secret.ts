import { documentation } from "../catalogue/links.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

/** A machine proves who it is with the secret, so there is no client_credentials without one. */
export const clientCredentialsRequiresSecret: Rule = {
  id: "client-credentials-requires-secret",
  summary: "client_credentials needs a client secret",
  why: "With client_credentials the app client's id and secret are the only credentials. Cognito refuses the grant for an app client that has no secret, and a secret cannot be given to it later: it has to be created with one.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("AllowedOAuthFlows"),
  refusals: [
    {
      exception: "InvalidOAuthFlowException",
      message: "client_credentials flow can not be selected if client does not have a client secret.",
      blames: ["AllowedOAuthFlows"],
    },
  ],
  fixable: true,
  *check(spec) {
    const machine = findItem(spec.flows, "client_credentials");
    if (!machine || spec.secret !== "no") return;
    const off = spec.entry("GenerateSecret")?.member;
    yield {
      span: machine.node.span,
      path: machine.path,
      message:
        "client_credentials needs a client secret, and this app client gets none. Set GenerateSecret to true: a secret cannot be added after the creation.",
      ...(off && { related: [{ span: off.span, message: "No secret is generated" }] }),
      fixes: (part) =>
        suggestions({ title: "Set GenerateSecret to true", edits: setMembers(part, spec, [["GenerateSecret", true]]) }),
    };
  },
};
