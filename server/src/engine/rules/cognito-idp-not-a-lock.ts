import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { lacks } from "../reading/lists.ts";

/** Nothing is wrong; it is only not the lock that it looks like. */
export const cognitoIdpNotALock: Rule = {
  id: "cognito-idp-not-a-lock",
  summary: "Leaving COGNITO out only hides the login form",
  why: "SupportedIdentityProviders decides what the login pages show. Users of the pool itself can still sign in through the user pools API, as long as the auth flows allow it; only AWS WAF can block that.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("SupportedIdentityProviders"),
  fixable: false,
  *check(spec) {
    const providers = spec.list("SupportedIdentityProviders");
    if (providers.state !== "known" || providers.value.items.length === 0 || !lacks(providers, "COGNITO")) return;
    if (spec.application.type === "m2m") return;
    yield {
      span: providers.member.keySpan,
      path: providers.path,
      message:
        "Without COGNITO the login pages hide the form for the pool's own users, but these can still sign in through the user pools API. Do not rely on this list to lock them out.",
    };
  },
};
