import type { PoolFacts } from "../../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../../json.ts";
import type { Remaining } from "../outcome.ts";

const guide = (page: string) => `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}`;

/** What still keeps people (or machines) from signing in with a new app client, as plain sentences. Empty: nothing known. */
export function afterCreate(facts: Partial<PoolFacts>, request: JsonObject): Remaining[] {
  const remaining: Remaining[] = [];
  const say = (message: string, page: string) => remaining.push({ message, url: guide(page) });
  const flows = strings(request["AllowedOAuthFlows"]);
  const redirects = flows.includes("code") || flows.includes("implicit");
  const authFlows = strings(request["ExplicitAuthFlows"]);
  if (flows.length > 0) {
    if (request["AllowedOAuthFlowsUserPoolClient"] !== true) {
      say(
        "The OAuth settings have no effect until AllowedOAuthFlowsUserPoolClient is true.",
        "cognito-user-pools-app-idp-settings.html",
      );
    }
    if (facts.domain === null) {
      const what = redirects ? "The sign-in pages and the OAuth endpoints do" : "The token endpoint does";
      say(`${what} not exist yet: the pool has no domain.`, "cognito-user-pools-assign-domain.html");
    }
  }
  if (redirects) {
    if (strings(request["CallbackURLs"]).length === 0) {
      say("There is no callback URL to which a sign-in could return.", "cognito-user-pools-app-idp-settings.html");
    }
    if (strings(request["SupportedIdentityProviders"]).length === 0) {
      say(
        "The sign-in page has nothing to offer: no identity provider is assigned, not even COGNITO.",
        "cognito-user-pools-app-idp-settings.html",
      );
    }
    // The classic pages (1) need none.
    if (facts.domain !== null && facts.managedLoginVersion !== 1) {
      const which =
        facts.managedLoginVersion === 2 ? "The managed login pages" : "Managed login pages, if the pool has them,";
      say(`${which} stay unavailable until this app client has a branding style.`, "managed-login-branding.html");
    }
  }
  if (flows.includes("client_credentials") && strings(request["AllowedOAuthScopes"]).length === 0) {
    say("No scope is allowed, so no access token can be asked for.", "cognito-user-pools-define-resource-servers.html");
  }
  if (authFlows.some((flow) => /CUSTOM_AUTH/.test(flow)) && lacksChallengeTriggers(facts)) {
    say(
      "Custom authentication needs the pool's three auth challenge triggers, and the pool lacks some of them.",
      "user-pool-lambda-challenge.html",
    );
  }
  return remaining;
}

function lacksChallengeTriggers({ triggers }: Partial<PoolFacts>): boolean {
  if (!triggers) return false;
  return ["DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"].some(
    (name) => !triggers.includes(name),
  );
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
