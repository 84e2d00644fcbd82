import { expect, test } from "vitest";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

const urls = (count: number, distinct: boolean) =>
  `CallbackURLs: [${Array.from({ length: count }, (_, index) => `https://a.example/${distinct ? index : ""}`)}]`;

/** What fix-all may apply unasked is a promise, so each fix of the rules on form and shape is listed with its standing. */
const standing: readonly (readonly [rule: string, dialect: Dialect, text: string, fixes: readonly string[]])[] = [
  ["user-pool-id-format", "yaml", "UserPoolId: ' eu-west-1_A'", ["safe: Use eu-west-1_A"]],
  ["client-name-format", "yaml", "ClientName: a/b", ["suggestion: Use a-b"]],
  ["client-id-format", "yaml", "ClientId: ' a'", ["safe: Use a"]],
  ["client-secret-format", "yaml", "ClientSecret: short", ["suggestion: Let Cognito generate the secret"]],
  [
    "access-token-validity-raw-range",
    "yaml",
    "AccessTokenValidity: 0",
    ["safe: Remove AccessTokenValidity (the default is 1 hour)"],
  ],
  [
    "access-token-validity-raw-range",
    "yaml",
    "AccessTokenValidity: 90000",
    [
      "suggestion: Use 24 (hours), the longest that is allowed",
      "suggestion: Remove AccessTokenValidity (the default is 1 hour)",
    ],
  ],
  [
    "refresh-token-validity-raw-range",
    "yaml",
    "RefreshTokenValidity: -1",
    ["suggestion: Remove RefreshTokenValidity (the default is 30 days)"],
  ],
  ["token-unit-enum", "yaml", "TokenValidityUnits: { IdToken: hr }", ["safe: Use hours"]],
  ["token-unit-enum", "yaml", "TokenValidityUnits: { IdToken: minuts }", ["suggestion: Use minutes"]],
  [
    "token-unit-enum",
    "yaml",
    "TokenValidityUnits: { IdToken: weeks }",
    ["suggestion: Use seconds", "suggestion: Use minutes", "suggestion: Use hours", "suggestion: Use days"],
  ],
  ["attribute-name-length", "yaml", "ReadAttributes: ['']", ["suggestion: Remove this item"]],
  [
    "explicit-auth-flow-enum",
    "yaml",
    "ExplicitAuthFlows: [USER_SRP_AUTH]",
    ["safe: Use ALLOW_USER_SRP_AUTH", "suggestion: Remove USER_SRP_AUTH"],
  ],
  [
    "explicit-auth-flow-enum",
    "yaml",
    "ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN]",
    ["suggestion: Use ALLOW_REFRESH_TOKEN_AUTH", "suggestion: Remove ALLOW_REFRESH_TOKEN"],
  ],
  [
    "explicit-auth-flow-enum",
    "yaml",
    "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, USER_SRP_AUTH]",
    ["safe: Remove USER_SRP_AUTH (ALLOW_USER_SRP_AUTH is there)"],
  ],
  [
    "explicit-auth-flow-enum",
    "yaml",
    "ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH, user_password_auth]",
    ["safe: Use USER_PASSWORD_AUTH", "suggestion: Remove user_password_auth"],
  ],
  [
    "explicit-auth-flow-enum",
    "yaml",
    "ExplicitAuthFlows: [user_password_auth]",
    ["safe: Use ALLOW_USER_PASSWORD_AUTH", "suggestion: Remove user_password_auth"],
  ],
  [
    "identity-provider-name-format",
    "yaml",
    'SupportedIdentityProviders: ["a\\tb"]',
    ["suggestion: Use ab", "suggestion: Remove this item"],
  ],
  [
    "callback-urls-max",
    "yaml",
    urls(101, false),
    ["safe: Remove the items that stand there twice", "suggestion: Remove all but the first 100"],
  ],
  ["callback-urls-max", "yaml", urls(101, true), ["suggestion: Remove all but the first 100"]],
  ["redirect-url-format", "yaml", "CallbackURLs: ['']", ["safe: Remove the empty item"]],
  ["redirect-url-format", "yaml", "CallbackURLs: [' https://a.example']", ["safe: Use https://a.example"]],
  [
    "redirect-url-format",
    "yaml",
    "CallbackURLs: ['https://a.example', 'https://a.example ']",
    ["safe: Remove this repetition"],
  ],
  [
    "redirect-url-format",
    "yaml",
    "CallbackURLs: ['https://a.example/a b']",
    ["suggestion: Use https://a.example/ab", "suggestion: Use https://a.example/a%20b", "suggestion: Remove this item"],
  ],
  [
    "redirect-url-format",
    "yaml",
    "CallbackURLs: ['https://a.example https://b.example']",
    ["suggestion: Split into https://a.example and https://b.example", "suggestion: Remove this item"],
  ],
  [
    "redirect-url-format",
    "yaml",
    "CallbackURLs: ['https://a.example']\nDefaultRedirectURI: ' https://a.example'",
    ["safe: Use https://a.example", "suggestion: Remove DefaultRedirectURI"],
  ],
  ["oauth-flow-enum", "yaml", "AllowedOAuthFlows: [token]", ["safe: Use implicit", "suggestion: Remove token"]],
  ["oauth-flow-enum", "yaml", "AllowedOAuthFlows: [implicit, token]", ["safe: Remove token (implicit is there)"]],
  [
    "oauth-flow-enum",
    "yaml",
    "AllowedOAuthFlows: [implicitt]",
    ["suggestion: Use implicit", "suggestion: Remove implicitt"],
  ],
  ["oauth-scope-format", "yaml", "AllowedOAuthScopes: [openid email]", ["safe: Split into openid and email"]],
  [
    "oauth-scope-format",
    "yaml",
    "AllowedOAuthScopes: ['openid ']",
    ["safe: Use openid", "suggestion: Remove this scope"],
  ],
  ["oauth-scope-format", "yaml", "AllowedOAuthScopes: ['']", ["safe: Remove the empty item"]],
  ["oauth-scope-format", "yaml", "AllowedOAuthScopes: ['é']", ["suggestion: Remove this scope"]],
  [
    "analytics-application-id-format",
    "yaml",
    "AnalyticsConfiguration: { ApplicationId: ' 0123456789' }",
    ["safe: Use 0123456789"],
  ],
  [
    "analytics-arn-format",
    "yaml",
    "AnalyticsConfiguration: { ApplicationArn: ' arn:aws:mobiletargeting:us-east-1:1:apps/a' }",
    ["safe: Use arn:aws:mobiletargeting:us-east-1:1:apps/a"],
  ],
  ["prevent-user-existence-errors-enum", "yaml", "PreventUserExistenceErrors: DISABLED", ["safe: Use LEGACY"]],
  ["prevent-user-existence-errors-enum", "yaml", "PreventUserExistenceErrors: ENABELD", ["suggestion: Use ENABLED"]],
  [
    "auth-session-validity-range",
    "yaml",
    "AuthSessionValidity: 180",
    ["suggestion: Use 3 (180 seconds in minutes)", "suggestion: Use 15"],
  ],
  [
    "rotation-grace-range",
    "yaml",
    "RefreshTokenRotation: { Feature: ENABLED, RetryGracePeriodSeconds: 61 }",
    ["suggestion: Use 60"],
  ],
  ["required-property", "yaml", "ClientName: web", ["suggestion: Add UserPoolId"]],
  [
    "required-property",
    "yaml",
    "UserPoolId: a_1\nClientName: a\nRefreshTokenRotation: {}",
    ["suggestion: Add Feature: ENABLED", "suggestion: Add Feature: DISABLED"],
  ],
  ["unknown-property", "yaml", "Name: web", ["safe: Rename to ClientName"]],
  ["unknown-property", "yaml", "LogutURLs: []", ["suggestion: Rename to LogoutURLs", "suggestion: Remove LogutURLs"]],
  ["unknown-property", "yaml", "Colour: red", ["suggestion: Remove Colour"]],
  [
    "unknown-property",
    "yaml",
    "Feature: ENABLED",
    ["suggestion: Move it into RefreshTokenRotation", "suggestion: Remove Feature"],
  ],
  [
    "unknown-property",
    "yaml",
    "RefreshTokenRotationType: ROTATING",
    ["suggestion: Use RefreshTokenRotation with Feature ENABLED", "suggestion: Remove RefreshTokenRotationType"],
  ],
  ["unknown-property", "yaml", "UserPoolClient: { ClientName: web }", ["safe: Take the members out of UserPoolClient"]],
  ["response-only-property", "yaml", "ClientName: a\nCreationDate: 1", ["safe: Remove CreationDate"]],
  [
    "response-only-property",
    "yaml",
    "ClientName: a\nClientId: b\nCreationDate: 1",
    [
      "suggestion: Turn this answer into a spec for a new app client",
      "suggestion: Turn this answer into an update of the same app client",
    ],
  ],
  [
    "update-cannot-set-secret",
    "yaml",
    "ClientName: a\nClientId: b\nGenerateSecret: false",
    ["safe: Remove GenerateSecret", "suggestion: Remove ClientId, to create a new app client"],
  ],
  [
    "update-cannot-set-secret",
    "yaml",
    "ClientName: a\nClientId: b\nGenerateSecret: true",
    ["suggestion: Remove GenerateSecret", "suggestion: Remove ClientId, to create a new app client"],
  ],
  ["wrong-type", "yaml", "ClientName:", ["suggestion: Remove ClientName"]],
  ["wrong-type", "yaml", "GenerateSecret: yes", ["safe: Use true"]],
  ["wrong-type", "yaml", "GenerateSecret: 'false'", ["safe: Use false"]],
  ["wrong-type", "yaml", "GenerateSecret: 1", ["suggestion: Use true"]],
  ["wrong-type", "yaml", "GenerateSecret: maybe", ["suggestion: Use true", "suggestion: Use false"]],
  ["wrong-type", "yaml", "AccessTokenValidity: '1'", ["safe: Use 1"]],
  ["wrong-type", "yaml", "AccessTokenValidity: 1 hour", ["safe: Use 1 (hour)"]],
  ["wrong-type", "yaml", "AccessTokenValidity: 30 minutes", ["suggestion: Use 30, with AccessToken in minutes"]],
  ["wrong-type", "yaml", "AuthSessionValidity: 3 minutes", ["safe: Use 3 (minutes)"]],
  ["wrong-type", "yaml", "ClientName: 1", ["safe: Put it in quotes"]],
  ["wrong-type", "yaml", "ClientName: [a]", ["safe: Take it out of the list"]],
  ["wrong-type", "yaml", "PreventUserExistenceErrors: true", ["safe: Use ENABLED"]],
  [
    "wrong-type",
    "yaml",
    "TokenValidityUnits: { IdToken: 1 }",
    ["suggestion: Use seconds", "suggestion: Use minutes", "suggestion: Use hours", "suggestion: Use days"],
  ],
  ["wrong-type", "yaml", "CallbackURLs: https://a.example", ["safe: Make it a list"]],
  ["wrong-type", "yaml", "CallbackURLs: ''", ["suggestion: Make it an empty list"]],
  ["wrong-type", "yaml", "ReadAttributes: [1]", ["safe: Put it in quotes", "suggestion: Remove this item"]],
  [
    "wrong-type",
    "yaml",
    "AllowedOAuthScopes: [[openid]]",
    ["safe: Remove the inner brackets", "suggestion: Remove this item"],
  ],
  ["wrong-type", "yaml", "RefreshTokenRotation: ENABLED", ["safe: Use Feature: ENABLED"]],
  ["wrong-type", "yaml", "RefreshTokenRotation: off", ["safe: Use Feature: DISABLED"]],
  ["wrong-type", "yaml", "RefreshTokenRotation: ENABELD", ["suggestion: Use Feature: ENABLED"]],
  [
    "duplicate-key",
    "yaml",
    "ClientName: a\nClientName: b",
    ["suggestion: Remove the first ClientName, which does not count", "suggestion: Remove this ClientName"],
  ],
  ["json-comment", "json", "{} // a", ["suggestion: Remove all comments"]],
  ["empty-document", "yaml", "", ["suggestion: Start with UserPoolId and ClientName"]],
];

test.each(standing)("%s, %s %j", (rule, dialect, text, fixes) => {
  const document = parseSpec(text, dialect);
  const part = document.units[0]?.part;
  const finding = check(document, { preset: "strict", rules: {} }).find((found) => found.rule.id === rule);
  const offered = part && finding?.fixes?.(part);
  expect(offered?.map(({ safe, title }) => `${safe ? "safe" : "suggestion"}: ${title}`)).toEqual(fixes);
});
