import { documentation } from "../catalogue/links.ts";
import { appendItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, lacks } from "../reading/lists.ts";

/** In 2020 AWS refused such lists (aws-cdk#7625); it no longer does, so this is advice. */
export const refreshTokenAuthMissing: Rule = {
  id: "refresh-token-auth-missing",
  summary: "Without ALLOW_REFRESH_TOKEN_AUTH sessions cannot be renewed",
  why: "When ExplicitAuthFlows is given, only what it names is allowed. Without `ALLOW_REFRESH_TOKEN_AUTH`, and without refresh token rotation, `InitiateAuth` does not renew tokens: users sign in again when the access token expires.",
  severity: { recommended: "info", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ExplicitAuthFlows"),
  refusals: [
    // In 2020 (aws/aws-cdk#7625).
    {
      exception: "InvalidParameterException",
      message: "REFRESH_TOKEN_AUTH should always be allowed.",
      blames: ["ExplicitAuthFlows"],
      bygone: true,
    },
  ],
  fixable: true,
  *check(spec) {
    const list = spec.authFlows;
    if (list.state !== "known" || spec.rotation !== "no" || spec.application.type === "m2m") return;
    const { items } = list.value;
    if (!items[0]?.value.startsWith("ALLOW_") || !items.every(({ value }) => value.startsWith("ALLOW_"))) return;
    if (!lacks(list, "ALLOW_REFRESH_TOKEN_AUTH") || findItem(list, "ALLOW_CLIENT_TOKEN_AUTH")) return;
    yield {
      span: list.member.keySpan,
      path: list.path,
      message:
        "ExplicitAuthFlows leaves out ALLOW_REFRESH_TOKEN_AUTH and rotation is off, so users must sign in again as soon as their access token expires. Add it, or turn on RefreshTokenRotation.",
      fixes: (part) =>
        suggestions({
          title: "Add ALLOW_REFRESH_TOKEN_AUTH",
          edits: appendItems(part, list.node, ["ALLOW_REFRESH_TOKEN_AUTH"]),
        }),
    };
  },
};
