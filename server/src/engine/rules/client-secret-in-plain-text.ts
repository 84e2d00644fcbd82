import { documentation } from "../catalogue/links.ts";
import { isEditable, removeMembers, renameKey, replaceValue } from "../document/edit/edit.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import type { Spec } from "../reading/spec.ts";

/** The value goes nowhere: not into the message, not into data. */
export const clientSecretInPlainText: Rule = {
  id: "client-secret-in-plain-text",
  summary: "A secret does not belong in a file",
  why: "Files are committed, copied and shown. Whoever reads the secret can act as the application. Let Cognito generate one, which never appears in the file, or fill it in from a secret store at deploy time.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ClientSecret"),
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    const secret = spec.string("ClientSecret");
    if (secret.state !== "known" || secret.value === "") return;
    const update = spec.operation === "update";
    yield {
      span: secret.node.span,
      path: secret.path,
      message: update
        ? "A client secret stands in this file in plain text, for everybody who can read the file. Remove it, and replace the secret if the file was ever shared."
        : "A client secret stands in this file in plain text, for everybody who can read the file. Remove it and set GenerateSecret to true: Cognito then makes one that no file shows.",
      fixes: (part) =>
        suggestions({
          title: update ? "Remove ClientSecret" : "Let Cognito generate the secret",
          edits: withoutValue(part, spec),
        }),
    };
  },
};

/** Where GenerateSecret is not yet there, the secret's own line becomes it. */
function withoutValue(part: Part, spec: Spec): TextEdit[] {
  const secret = spec.entry("ClientSecret")?.member;
  const generate = spec.entry("GenerateSecret")?.member;
  if (!spec.node || !secret?.value || secret.alias || secret.value.alias) return [];
  if (spec.operation === "create" && !generate)
    return [...renameKey(part, secret, "GenerateSecret"), ...replaceValue(part, secret.value, true)];
  const removal = removeMembers(part, spec.node, [secret]);
  const field = spec.boolean("GenerateSecret");
  const isOff = spec.operation === "create" && field.state === "known" && !field.value && isEditable(field.node);
  return isOff ? [...removal, ...replaceValue(part, field.node, true)] : removal;
}
