import { describe, expect, test } from "vitest";
import { clientsIn } from "../clients/clients-in.ts";
import { parseSpec } from "../document/parse.ts";
import { specOf } from "./spec.ts";

function infer(yaml: string) {
  const [client] = clientsIn(parseSpec(`UserPoolId: eu-west-1_AbCdEf123\nClientName: x\n${yaml}`, "yaml"));
  if (!client) throw new Error("no app client");
  return specOf(client).application;
}

const oauth = "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [openid, email]\n";
const secret = "GenerateSecret: true\n";

/** Shapes of real definitions: what they are, the members, the type. */
const shapes: readonly [string, string, string][] = [
  // Machine to machine
  [
    "client_credentials with a secret",
    `${secret}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [api/read]`,
    "m2m",
  ],
  ["client_credentials whose secret was forgotten", "AllowedOAuthFlows: [client_credentials]", "m2m"],
  [
    "client_credentials with a stray callback",
    "AllowedOAuthFlows: [client_credentials]\nCallbackURLs: [https://a.example]",
    "m2m",
  ],
  [
    "client_credentials and AWS's default auth flows",
    "AllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH, ALLOW_CUSTOM_AUTH]",
    "m2m",
  ],
  ["client_credentials with no auth flow", "AllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: []", "m2m"],
  [
    "GetClientToken, without a domain",
    `${secret}ExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]\nAllowedOAuthScopes: [api/read]`,
    "m2m",
  ],
  ["client_credentials beside code", "AllowedOAuthFlows: [client_credentials, code]", "unknown"],
  ["client_credentials beside implicit", "AllowedOAuthFlows: [client_credentials, implicit]", "unknown"],
  [
    "client_credentials and password sign-in",
    "AllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]",
    "unknown",
  ],
  [
    "client_credentials and admin sign-in",
    "AllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]",
    "unknown",
  ],
  [
    "client_credentials and choice-based sign-in",
    "AllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: [ALLOW_USER_AUTH]",
    "unknown",
  ],
  // Single-page and other public OAuth
  ["code, no secret", `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [https://app.example.com/callback]`, "spa"],
  [
    "the same, said aloud",
    `${oauth}GenerateSecret: false\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]`,
    "spa",
  ],
  [
    "a development URL next to production's",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [http://localhost:3000/, https://app.example.com/]`,
    "spa",
  ],
  ["only a development URL", `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["http://localhost:5173"]`, "spa"],
  [
    "loopback by address beside a page",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["http://127.0.0.1:5173", https://a.example]`,
    "spa",
  ],
  ["code and implicit", `${oauth}AllowedOAuthFlows: [code, implicit]\nCallbackURLs: [https://a.example]`, "spa"],
  ["implicit alone", `${oauth}AllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]`, "spa"],
  [
    "implicit alone in an update",
    `ClientId: abc123\n${oauth}AllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]`,
    "spa",
  ],
  ["implicit alone, secret by parameter", `GenerateSecret: !Ref Secret\nAllowedOAuthFlows: [implicit]`, "spa"],
  ["callback URLs by parameter", `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: !Ref Urls`, "spa"],
  ["flag forgotten", "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]", "spa"],
  [
    "SDK sign-in as well",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]`,
    "spa",
  ],
  [
    "a page whose host is a template",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["https://\${domain}/callback"]`,
    "spa",
  ],
  [
    "no secret, yet admin sign-in",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]`,
    "unknown",
  ],
  [
    "implicit alone with a secret",
    `${secret}${oauth}AllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]`,
    "unknown",
  ],
  [
    "implicit and an unknown flow, with no word on the secret",
    "ClientId: abc\nAllowedOAuthFlows: [implicit, !Ref Flow]",
    "unknown",
  ],
  [
    "code in an update, whose secret is not in the file",
    "ClientId: abc\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
    "unknown",
  ],
  [
    "code, secret by parameter",
    "GenerateSecret: !Ref Secret\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
    "unknown",
  ],
  // Web with a secret
  ["code with a secret", `${secret}${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example/cb]`, "web"],
  [
    "a secret of one's own",
    `ClientSecret: \${SECRET}\n${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example/cb]`,
    "web",
  ],
  [
    "code and implicit with a secret, CDK's default",
    `${secret}${oauth}AllowedOAuthFlows: [code, implicit]\nCallbackURLs: [https://a.example/cb]`,
    "web",
  ],
  [
    "a server under development",
    `${secret}${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [http://localhost:3000/api/auth/callback/cognito]`,
    "web",
  ],
  [
    "federated",
    `${secret}${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example/cb]\nSupportedIdentityProviders: [Google, Okta]`,
    "web",
  ],
  [
    "with admin sign-in",
    `${secret}${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example/cb]\nExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]`,
    "web",
  ],
  // Native
  ["a scheme of its own", `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["myapp://callback"]`, "native"],
  [
    "a reversed domain with one slash",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["com.example.app:/cb"]`,
    "native",
  ],
  [
    "and a development server",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["myapp://callback", "http://localhost:8081"]`,
    "native",
  ],
  [
    "a desktop application on loopback",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["http://127.0.0.1:8400/cb", "http://[::1]:8400/cb"]`,
    "native",
  ],
  ["in an update", `ClientId: abc\nAllowedOAuthFlows: [code]\nCallbackURLs: ["myapp://callback"]`, "native"],
  ["a template after the scheme", `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["myapp://\${stage}"]`, "native"],
  ["with a secret", `${secret}${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["myapp://callback"]`, "unknown"],
  [
    "shared with a web page",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["myapp://callback", "https://a.example"]`,
    "unknown",
  ],
  [
    "javascript: opens no application",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["javascript:void(0)"]`,
    "spa",
  ],
  [
    "localhost:3000 is a forgotten scheme",
    `${oauth}AllowedOAuthFlows: [code]\nCallbackURLs: ["localhost:3000"]`,
    "spa",
  ],
  // Back ends
  ["admin sign-in", "ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH]", "admin"],
  ["admin sign-in with a secret", `${secret}ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH]`, "admin"],
  ["under its old name", "ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH]", "admin"],
  ["and custom challenges", "ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_CUSTOM_AUTH]", "admin"],
  [
    "everything, with a secret",
    `${secret}ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH]`,
    "admin",
  ],
  [
    "everything, without a secret",
    "ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH]",
    "unknown",
  ],
  ["admin beside old device flows", "ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH, USER_PASSWORD_AUTH]", "unknown"],
  // Sign-in by SDK
  ["SRP", "GenerateSecret: false\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]", "sdk"],
  ["password", "ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH]", "sdk"],
  ["password, old name", "ExplicitAuthFlows: [USER_PASSWORD_AUTH]", "sdk"],
  ["choice-based", "ExplicitAuthFlows: [ALLOW_USER_AUTH, ALLOW_REFRESH_TOKEN_AUTH]", "sdk"],
  ["custom challenges", "ExplicitAuthFlows: [ALLOW_CUSTOM_AUTH, ALLOW_REFRESH_TOKEN_AUTH]", "sdk"],
  ["custom challenges, old name", "ExplicitAuthFlows: [CUSTOM_AUTH_FLOW_ONLY]", "sdk"],
  [
    "with COGNITO and an empty flow list",
    "AllowedOAuthFlows: []\nSupportedIdentityProviders: [COGNITO]\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]",
    "sdk",
  ],
  ["SRP with a secret", `${secret}ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]`, "unknown"],
  ["SRP in an update", "ClientId: abc\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]", "unknown"],
  ["SRP and an unknown flow", "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, !Ref Flow]", "unknown"],
  // Too little
  ["minimal", "", "unknown"],
  ["minimal with a secret", secret, "unknown"],
  ["refresh only", "ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]", "unknown"],
  ["no auth flow", "ExplicitAuthFlows: []", "unknown"],
  ["auth flows by parameter", "ExplicitAuthFlows: !Ref Flows", "unknown"],
  ["OAuth flows by parameter", "AllowedOAuthFlows: !Ref Flows\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]", "unknown"],
  [
    "callbacks without a flow",
    "CallbackURLs: [https://a.example]\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]",
    "unknown",
  ],
];

describe("inferApplication", () => {
  for (const [what, yaml, type] of shapes) {
    test(`${type}: ${what}`, () => {
      const application = infer(yaml);
      expect(application.type, application.because.join("; ")).toBe(type);
      expect(application.because.length).toBeGreaterThan(0);
    });
  }

  test("the evidence is told in plain clauses", () => {
    expect(infer(`${secret}AllowedOAuthFlows: [code]`).because).toEqual([
      "it has a secret",
      "AllowedOAuthFlows has code",
    ]);
    expect(infer("ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]").because).toEqual([
      "ExplicitAuthFlows has ALLOW_USER_SRP_AUTH",
      "it has no OAuth flow and no secret",
    ]);
  });

  test("the name is no evidence", () => {
    const [client] = clientsIn(parseSpec("UserPoolId: eu-west-1_a\nClientName: my-spa-web-m2m", "yaml"));
    expect(client && specOf(client).application.type).toBe("unknown");
  });
});
