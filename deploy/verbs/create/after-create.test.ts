import { expect, test } from "vitest";
import { afterCreate } from "./after-create.ts";

const web = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  CallbackURLs: ["https://a"],
  SupportedIdentityProviders: ["COGNITO"],
};

test.each([
  ["a public client for the SDK needs nothing more", {}, { domain: null }, []],
  ["no domain", web, { domain: null }, [/sign-in pages.*no domain/]],
  ["a domain: branding may be missing", web, { domain: "auth" }, [/branding style/]],
  ["a domain that is not known", web, {}, [/^Managed login pages, if .*branding style/]],
  [
    "managed login",
    web,
    { domain: "auth", managedLoginVersion: 2 as const },
    [/^The managed login pages stay .*branding style/],
  ],
  ["the classic pages, which need no style", web, { domain: "auth", managedLoginVersion: 1 as const }, []],
  ["no callback", { ...web, CallbackURLs: [] }, { domain: null }, [/no domain/, /no callback URL/]],
  [
    "no identity provider",
    { ...web, SupportedIdentityProviders: undefined },
    { domain: null },
    [/no domain/, /not even COGNITO/],
  ],
  [
    "the flag is off",
    { ...web, AllowedOAuthFlowsUserPoolClient: false },
    { domain: "auth" },
    [/no effect until/, /branding style/],
  ],
  [
    "machine to machine without a domain",
    { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ["client_credentials"], AllowedOAuthScopes: ["a/b"] },
    { domain: null },
    [/token endpoint does/],
  ],
  [
    "machine to machine without a scope",
    { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ["client_credentials"] },
    { domain: "auth" },
    [/No scope/],
  ],
  [
    "custom sign-in without triggers",
    { ExplicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
    { triggers: ["PreSignUp"] },
    [/three auth challenge triggers/],
  ],
  ["custom sign-in, triggers not known", { ExplicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] }, {}, []],
  [
    "custom sign-in with triggers",
    { ExplicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
    { triggers: ["DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"] },
    [],
  ],
])("%s", (_what, request, facts, expected) => {
  const remaining = afterCreate(facts, JSON.parse(JSON.stringify(request)));
  expect(remaining.map(({ message }) => message)).toEqual(expected.map((words) => expect.stringMatching(words)));
  for (const { url } of remaining) expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});
