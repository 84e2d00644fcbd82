import { documentation } from "../catalogue/links.ts";
import { removeMembers } from "../document/edit/edit.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";

/** On by default: somebody turned it off. */
export const tokenRevocationDisabled: Rule = {
  id: "token-revocation-disabled",
  summary: "Tokens can be revoked",
  why: "Without token revocation a stolen refresh token, and the tokens made from it, stay valid until they expire. It is on for every new app client; it costs nothing but two more claims in the tokens.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("token-revocation.html"),
  fixable: true,
  *check(spec) {
    const field = spec.boolean("EnableTokenRevocation");
    // A machine gets no refresh token, so there is nothing to revoke.
    if (field.state !== "known" || field.value || spec.application.type === "m2m") return;
    yield {
      span: field.node.span,
      path: field.path,
      message:
        "With EnableTokenRevocation: false a stolen refresh token works until it expires, and cannot be taken back. Set it to true, which is also the default of a new app client.",
      fixes: (part) =>
        suggestions(
          {
            title: "Set EnableTokenRevocation to true",
            edits: setMembers(part, spec, [["EnableTokenRevocation", true]]),
          },
          // What an update does with an absent value is not known well enough.
          spec.operation === "create" && spec.node && !field.member.alias
            ? { title: "Remove EnableTokenRevocation", edits: removeMembers(part, spec.node, [field.member]) }
            : undefined,
        ),
    };
  },
};
