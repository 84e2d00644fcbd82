import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { property } from "../../server/src/engine/catalogue/properties.ts";

const root = join(import.meta.dirname, "../..");

function compile(name: string) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
  // VS Code's additions to draft-07; any other unknown keyword is a mistake of ours.
  ajv.addVocabulary(["enumDescriptions", "markdownDescription", "markdownEnumDescriptions", "deprecationMessage"]);
  return ajv.compile(JSON.parse(readFileSync(join(root, "schemas", name), "utf8")));
}

const accepts = compile("cognito-client.schema.json");
const required = { UserPoolId: "eu-west-1_AbCdEf123", ClientName: "web" };
const repeat = (count: number, item: (index: number) => string) => Array.from({ length: count }, (_, i) => item(i));

describe("the schema of a spec accepts", () => {
  const cases: [string, unknown][] = [
    ["the two required members alone", required],
    ["several app clients in an array", [required, { ...required, ClientName: "mobile" }]],
    ["an update input, without a name", { UserPoolId: "eu-west-1_AbCdEf123", ClientId: "1example23456789" }],
    ["an emulator's pool id", { ...required, UserPoolId: "local_1aBcD" }],
    ["a name of every kind of allowed character", { ...required, ClientName: "My app_1 + = , . @ -" }],
    ["a secret of 24 characters", { ...required, ClientSecret: "a".repeat(24) }],
    ["a secret of 64 characters", { ...required, ClientSecret: "a".repeat(64) }],
    ["a refresh validity of 0, which means 30 days", { ...required, RefreshTokenValidity: 0 }],
    ["the largest refresh validity", { ...required, RefreshTokenValidity: 315_360_000 }],
    ["access and ID validities at both ends", { ...required, AccessTokenValidity: 1, IdTokenValidity: 86_400 }],
    ["no units in the object, as AWS writes itself", { ...required, TokenValidityUnits: {} }],
    ["one unit", { ...required, TokenValidityUnits: { AccessToken: "minutes" } }],
    ["empty lists", { ...required, CallbackURLs: [], ExplicitAuthFlows: [], WriteAttributes: [] }],
    ["100 callbacks", { ...required, CallbackURLs: repeat(100, (i) => `https://a.example/${i}`) }],
    [
      "a scheme of one's own, loopback and letters beyond ASCII",
      { ...required, CallbackURLs: ["myapp://x", "http://[::1]:1/", "https://exämple.com/é"] },
    ],
    [
      "50 scopes, URLs among them",
      { ...required, AllowedOAuthScopes: repeat(50, (i) => `https://api.example.com/${i}`) },
    ],
    ["a provider's name with a space", { ...required, SupportedIdentityProviders: ["My SAML"] }],
    ["the flow that the SDK's type lacks", { ...required, ExplicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] }],
    ["a flow newer than this version", { ...required, ExplicitAuthFlows: ["ALLOW_SOMETHING_NEW"] }],
    [
      "the legacy flows",
      { ...required, ExplicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"] },
    ],
    [
      "an ARN of another partition",
      {
        ...required,
        AnalyticsConfiguration: { ApplicationArn: "arn:aws-cn:mobiletargeting:cn-north-1:123456789012:apps/a1" },
      },
    ],
    [
      "the other form of analytics",
      {
        ...required,
        AnalyticsConfiguration: {
          ApplicationId: "0a1B",
          RoleArn: "arn:aws:iam::123456789012:role/r",
          ExternalId: "",
          UserDataShared: true,
        },
      },
    ],
    [
      "rotation with its grace period at both ends",
      [
        { ...required, RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 0 } },
        { ...required, RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 60 } },
      ],
    ],
    [
      "AuthSessionValidity at both ends",
      [
        { ...required, AuthSessionValidity: 3 },
        { ...required, AuthSessionValidity: 15 },
      ],
    ],
  ];
  test.each(cases)("%s", (_, spec) => {
    accepts(spec);
    expect(accepts.errors ?? []).toEqual([]);
  });
});

describe("the schema of a spec refuses", () => {
  /** What is wrong, the spec, and where Ajv must point to (the deepest error among the alternatives). */
  const cases: [string, Record<string, unknown> | unknown[] | string, string][] = [
    ["a text", "eu-west-1_AbCdEf123", ""],
    ["a missing pool", { ClientName: "web" }, ""],
    ["a missing name", { UserPoolId: "eu-west-1_AbCdEf123" }, ""],
    ["an unknown member", { ...required, CallbackUrls: [] }, ""],
    ["$schema, which the AWS CLI refuses", { ...required, $schema: "./x.json" }, ""],
    ["a response's dates", { ...required, CreationDate: "2026-01-01" }, ""],
    ["an unknown member of an object", { ...required, TokenValidityUnits: { Access: "hours" } }, "/TokenValidityUnits"],
    ["a secret in an update", { ...required, ClientId: "abc", GenerateSecret: true }, "/GenerateSecret"],
    ["a wrong app client among several", [required, { ...required, ClientName: "" }], "/1/ClientName"],
    ["a pool id without an underscore", { ...required, UserPoolId: "eu-west-1" }, "/UserPoolId"],
    ["a pool id of 56 characters", { ...required, UserPoolId: `r_${"a".repeat(54)}` }, "/UserPoolId"],
    ["a slash in the name", { ...required, ClientName: "a/b" }, "/ClientName"],
    ["letters beyond ASCII in the name", { ...required, ClientName: "Café" }, "/ClientName"],
    ["a name of 129 characters", { ...required, ClientName: "a".repeat(129) }, "/ClientName"],
    ["a client id with a dash", { ...required, ClientId: "a-b" }, "/ClientId"],
    ["a secret of 23 characters", { ...required, ClientSecret: "a".repeat(23) }, "/ClientSecret"],
    ["a secret with a dash", { ...required, ClientSecret: `${"a".repeat(24)}-` }, "/ClientSecret"],
    ["a boolean in quotes", { ...required, GenerateSecret: "true" }, "/GenerateSecret"],
    ["a negative refresh validity", { ...required, RefreshTokenValidity: -1 }, "/RefreshTokenValidity"],
    [
      "a refresh validity above the model's maximum",
      { ...required, RefreshTokenValidity: 315_360_001 },
      "/RefreshTokenValidity",
    ],
    ["an access validity of 0", { ...required, AccessTokenValidity: 0 }, "/AccessTokenValidity"],
    ["an ID validity above the maximum", { ...required, IdTokenValidity: 86_401 }, "/IdTokenValidity"],
    ["half an hour as a number", { ...required, AccessTokenValidity: 0.5 }, "/AccessTokenValidity"],
    ["a unit in the singular", { ...required, TokenValidityUnits: { IdToken: "hour" } }, "/TokenValidityUnits/IdToken"],
    ["one string for a list", { ...required, ExplicitAuthFlows: "ALLOW_USER_SRP_AUTH" }, "/ExplicitAuthFlows"],
    ["an unknown flow", { ...required, ExplicitAuthFlows: ["USER_SRP_AUTH"] }, "/ExplicitAuthFlows/0"],
    ["an unknown grant", { ...required, AllowedOAuthFlows: ["authorization_code"] }, "/AllowedOAuthFlows/0"],
    ["four grants", { ...required, AllowedOAuthFlows: ["code", "code", "code", "implicit"] }, "/AllowedOAuthFlows"],
    ["51 scopes", { ...required, AllowedOAuthScopes: repeat(51, (i) => `a/${i}`) }, "/AllowedOAuthScopes"],
    ["several scopes in one string", { ...required, AllowedOAuthScopes: ["openid email"] }, "/AllowedOAuthScopes/0"],
    ["an empty scope", { ...required, AllowedOAuthScopes: [""] }, "/AllowedOAuthScopes/0"],
    ["a scope of 257 characters", { ...required, AllowedOAuthScopes: ["a".repeat(257)] }, "/AllowedOAuthScopes/0"],
    ["101 callbacks", { ...required, CallbackURLs: repeat(101, (i) => `https://a.example/${i}`) }, "/CallbackURLs"],
    ["a space in a callback", { ...required, CallbackURLs: [" https://a.example"] }, "/CallbackURLs/0"],
    ["101 logout URLs", { ...required, LogoutURLs: repeat(101, (i) => `https://a.example/${i}`) }, "/LogoutURLs"],
    [
      "a tab in a provider's name",
      { ...required, SupportedIdentityProviders: ["a\tb"] },
      "/SupportedIdentityProviders/0",
    ],
    ["an empty logout URL", { ...required, LogoutURLs: [""] }, "/LogoutURLs/0"],
    [
      "a default redirect of 1025 characters",
      { ...required, DefaultRedirectURI: `https://${"a".repeat(1017)}` },
      "/DefaultRedirectURI",
    ],
    [
      "a provider's name of 33 characters",
      { ...required, SupportedIdentityProviders: ["a".repeat(33)] },
      "/SupportedIdentityProviders/0",
    ],
    ["an empty attribute name", { ...required, ReadAttributes: [""] }, "/ReadAttributes/0"],
    [
      "an attribute name of 2049 characters",
      { ...required, WriteAttributes: ["a".repeat(2049)] },
      "/WriteAttributes/0",
    ],
    [
      "PreventUserExistenceErrors as a boolean",
      { ...required, PreventUserExistenceErrors: true },
      "/PreventUserExistenceErrors",
    ],
    [
      "PreventUserExistenceErrors DISABLED",
      { ...required, PreventUserExistenceErrors: "DISABLED" },
      "/PreventUserExistenceErrors",
    ],
    ["two minutes for a challenge", { ...required, AuthSessionValidity: 2 }, "/AuthSessionValidity"],
    ["sixteen minutes for a challenge", { ...required, AuthSessionValidity: 16 }, "/AuthSessionValidity"],
    [
      "rotation without its switch",
      { ...required, RefreshTokenRotation: { RetryGracePeriodSeconds: 10 } },
      "/RefreshTokenRotation",
    ],
    [
      "rotation with an unknown switch",
      { ...required, RefreshTokenRotation: { Feature: "ROTATING" } },
      "/RefreshTokenRotation/Feature",
    ],
    [
      "61 seconds of grace",
      { ...required, RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 61 } },
      "/RefreshTokenRotation/RetryGracePeriodSeconds",
    ],
    [
      "an application id that is not hexadecimal",
      { ...required, AnalyticsConfiguration: { ApplicationId: "xyz" } },
      "/AnalyticsConfiguration/ApplicationId",
    ],
    [
      "a role that is no ARN",
      { ...required, AnalyticsConfiguration: { RoleArn: "role/this-is-no-arn-at-all" } },
      "/AnalyticsConfiguration/RoleArn",
    ],
    [
      "an external id of 131073 characters",
      { ...required, AnalyticsConfiguration: { ExternalId: "a".repeat(131_073) } },
      "/AnalyticsConfiguration/ExternalId",
    ],
  ];
  test.each(cases)("%s", (_, spec, where) => {
    expect(accepts(spec)).toBe(false);
    expect((accepts.errors ?? []).map((error) => error.instancePath)).toContain(where);
  });
});

describe("the schema of a config file", () => {
  const config = compile("config.schema.json");

  test("accepts a preset and levels of known rules, and its own $schema", () => {
    expect(config({})).toBe(true);
    const file = { $schema: "x", preset: "strict", rules: { "client-credentials-exclusive": "warning" } };
    expect(config(file), JSON.stringify(config.errors)).toBe(true);
  });

  test.each([
    ["an unknown preset", { preset: "all" }, "/preset"],
    ["an unknown rule", { rules: { "no-such-rule": "off" } }, "/rules"],
    ["an unknown level", { rules: { "client-credentials-exclusive": "fatal" } }, "/rules/client-credentials-exclusive"],
    ["a setting of the editor alone", { "codeLens.enabled": true }, ""],
  ])("refuses %s", (_, file, where) => {
    expect(config(file)).toBe(false);
    expect(config.errors?.map((error) => error.instancePath)).toContain(where);
  });
});

test("patterns keep to what regular expressions of other languages know", () => {
  expect(readFileSync(join(root, "schemas/cognito-client.schema.json"), "utf8")).not.toMatch(/\\\\[pP]\{/);
});

test("the schema tells each value what it does", () => {
  const schema = JSON.parse(readFileSync(join(root, "schemas/cognito-client.schema.json"), "utf8"));
  const { AllowedOAuthFlows, ClientName } = schema.definitions.appClient.properties;
  const { enum: values, enumDescriptions } = AllowedOAuthFlows.items;
  expect(enumDescriptions).toHaveLength(values.length);
  expect(ClientName.markdownDescription).toContain(property("ClientName")?.doc);
});
