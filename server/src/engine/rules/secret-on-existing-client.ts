import { documentation } from "../catalogue/links.ts";
import { removal, suggestions } from "../lint/fixes/fixes.ts";
import type { Report, Rule } from "../lint/rule.ts";
import type { Item } from "../reading/fields.ts";
import { findItem } from "../reading/lists.ts";

/** What needs a secret cannot be switched on for an app client that was created without one. */
export const secretOnExistingClient: Rule = {
  id: "secret-on-existing-client",
  summary: "An update does not ask for what needs a secret of an app client without one",
  why: "UpdateUserPoolClient cannot give a public app client a secret. client_credentials and the propagation of context data need one, so only a new app client helps.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.updateUserPoolClient("AllowedOAuthFlows"),
  refusals: [
    {
      exception: "InvalidOAuthFlowException",
      message: "client_credentials flow can not be selected if client does not have a client secret.",
    },
    {
      exception: "InvalidParameterException",
      message: "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
    },
  ],
  fixable: true,
  hosts: ["spec"],
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const id = spec.string("ClientId");
    if (spec.operation !== "update" || id.state !== "known") return;
    if (facts?.existing?.clientId !== id.value || facts.existing.hasSecret) return;
    const machine = findItem(spec.flows, "client_credentials");
    if (machine) yield forFlow(machine);
    const context = spec.boolean("EnablePropagateAdditionalUserContextData");
    if (context.state !== "known" || !context.value) return;
    yield {
      span: context.node.span,
      path: context.path,
      message:
        "EnablePropagateAdditionalUserContextData needs a client secret, this app client was created without one, and an update cannot add it. Remove the member, or create a new app client.",
      fixes: (part) => suggestions(removal(part, spec, "EnablePropagateAdditionalUserContextData")),
    };
  },
};

function forFlow({ node, path }: Item): Report {
  return {
    span: node.span,
    path,
    message:
      "client_credentials needs a client secret, this app client was created without one, and an update cannot add it. Create a new app client.",
  };
}
