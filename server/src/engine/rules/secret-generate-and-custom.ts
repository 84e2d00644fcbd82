import { documentation } from "../catalogue/links.ts";
import { removal, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import type { Spec } from "../reading/spec.ts";

/** Either Cognito makes the secret, or the author brings one. */
export const secretGenerateAndCustom: Rule = {
  id: "secret-generate-and-custom",
  summary: "GenerateSecret: true and ClientSecret exclude each other",
  why: "GenerateSecret asks Cognito to make a secret, ClientSecret brings one along: AWS documents them as alternatives.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ClientSecret"),
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    const generate = spec.boolean("GenerateSecret");
    const custom = customSecret(spec);
    if (spec.operation !== "create" || generate.state !== "known" || !generate.value || !custom) return;
    yield {
      span: generate.node.span,
      path: generate.path,
      message:
        "GenerateSecret is true although ClientSecret brings a secret along: Cognito takes one or the other. Remove one of them.",
      related: [{ span: custom.keySpan, message: "A secret of your own" }],
      fixes: (part) => suggestions(removal(part, spec, "GenerateSecret"), removal(part, spec, "ClientSecret")),
    };
  },
};

/** A `${…}` is a string for certain; an intrinsic function may stand for no value at all. */
function customSecret(spec: Spec) {
  const entry = spec.entry("ClientSecret");
  const value = entry?.member.value;
  const isGiven = entry?.verdict === "ok" || (value?.kind === "unknown" && value.reason === "template");
  return isGiven ? entry?.member : undefined;
}
