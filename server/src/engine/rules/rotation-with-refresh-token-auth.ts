import { documentation } from "../catalogue/links.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { withoutAuthFlow } from "../lint/fixes/without-auth-flow.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

/** With rotation tokens are renewed by GetTokensFromRefreshToken alone, so the older way must not be allowed beside it. */
export const rotationWithRefreshTokenAuth: Rule = {
  id: "rotation-with-refresh-token-auth",
  summary: "Refresh token rotation excludes ALLOW_REFRESH_TOKEN_AUTH",
  why: "With rotation every renewal replaces the refresh token, through `GetTokensFromRefreshToken`. ALLOW_REFRESH_TOKEN_AUTH allows renewal without a replacement, so Cognito refuses the two together. Leaving ExplicitAuthFlows out is fine, although its default has that flow.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide(
    "amazon-cognito-user-pools-using-the-refresh-token.html#using-the-refresh-token-rotation",
  ),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.",
      blames: ["ExplicitAuthFlows"],
    },
  ],
  fixable: true,
  *check(spec) {
    const feature = spec.nested("RefreshTokenRotation").string("Feature");
    if (feature.state !== "known" || feature.value !== "ENABLED") return;
    const items = itemsOf(spec.authFlows).filter(({ value }) => value === "ALLOW_REFRESH_TOKEN_AUTH");
    const [first] = items;
    if (!first) return;
    yield {
      span: first.node.span,
      path: first.path,
      message:
        "ALLOW_REFRESH_TOKEN_AUTH cannot be used while RefreshTokenRotation is ENABLED: renewal then goes through GetTokensFromRefreshToken. Remove it, or switch rotation off.",
      related: [{ span: feature.node.span, message: "Rotation is on" }],
      fixes: (part): Fix[] =>
        suggestions(
          withoutAuthFlow(part, spec, items),
          isEditable(feature.node)
            ? {
                title: "Set RefreshTokenRotation.Feature to DISABLED",
                edits: replaceValue(part, feature.node, "DISABLED"),
              }
            : undefined,
        ),
    };
  },
};
