import { documentation } from "../catalogue/links.ts";
import { removal, setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";

/** Only an app client that can prove who it is may tell Cognito about its users' devices. */
export const contextDataRequiresSecret: Rule = {
  id: "context-data-requires-secret",
  summary: "EnablePropagateAdditionalUserContextData needs a client secret",
  why: "A caller that passes on the user's IP address and device could make them up. Cognito accepts such data from unauthenticated calls only where the app client proves itself with a secret.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("EnablePropagateAdditionalUserContextData"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
      blames: ["EnablePropagateAdditionalUserContextData"],
    },
  ],
  fixable: true,
  *check(spec) {
    const field = spec.boolean("EnablePropagateAdditionalUserContextData");
    if (field.state !== "known" || !field.value || spec.secret !== "no") return;
    yield {
      span: field.node.span,
      path: field.path,
      message:
        "EnablePropagateAdditionalUserContextData needs a client secret, and this app client gets none. Set GenerateSecret to true, or remove this member.",
      fixes: (part) =>
        suggestions(
          { title: "Set GenerateSecret to true", edits: setMembers(part, spec, [["GenerateSecret", true]]) },
          removal(part, spec, "EnablePropagateAdditionalUserContextData"),
        ),
    };
  },
};
