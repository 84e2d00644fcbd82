import { documentation } from "../catalogue/links.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, isEmptyList } from "../reading/lists.ts";

const NAME = "SupportedIdentityProviders";

/** AWS accepts it, and the login page has nothing to show. */
export const noIdentityProvider: Rule = {
  id: "no-identity-provider",
  summary: "Login pages offer some way to sign in",
  why: "The login pages show the identity providers that the app client lists. Without any there is nothing to sign in with. `COGNITO` stands for the pool's own users.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pools-app-idp-settings.html"),
  fixable: true,
  *check(spec) {
    const flow = findItem(spec.flows, "code", "implicit");
    const providers = spec.list(NAME);
    if (!flow || spec.oauthFlag !== "yes" || !isEmptyList(providers)) return;
    const isThere = providers.state === "known";
    yield {
      span: isThere ? providers.node.span : flow.node.span,
      path: isThere ? providers.path : flow.path,
      message: `${NAME} ${isThere ? "is empty" : "is missing"}, so the login pages have nothing to sign in with. Add COGNITO for the pool's own users, or the names of your identity providers.`,
      fixes: (part) =>
        suggestions({ title: `Set ${NAME} to COGNITO`, edits: setMembers(part, spec, [[NAME, ["COGNITO"]]]) }),
    };
  },
};
