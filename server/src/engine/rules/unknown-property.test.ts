import { describe, expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { properties } from "../catalogue/properties.ts";
import { parseSpec } from "../document/parse.ts";
import { plainOf } from "../document/plain.ts";
import { check } from "../features/check.ts";
import { fixAll } from "../features/fix-all.ts";
import { defaultSettings } from "../lint/settings.ts";

const fixOf = (text: string) => {
  const [finding] = check(parseSpec(text, "yaml"), { settings: { preset: "recommended", rules: {} } }).filter(
    ({ rule }) => rule.id === "unknown-property",
  );
  return finding?.fixes?.()[0];
};

testRule("unknown-property", {
  accept: [
    { why: "ClientSecret is legal in the newest API", yaml: "ClientSecret: abcdefghijklmnopqrstuvwx" },
    {
      why: "RefreshTokenRotation is legal in the newest API",
      yaml: "RefreshTokenRotation: { Feature: DISABLED, RetryGracePeriodSeconds: 0 }",
    },
    { why: "ClientId makes an update", yaml: "UserPoolId: us-east-1_A\nClientId: abc" },
    {
      why: "what only answers have is response-only-property's",
      yaml: "CreationDate: 1",
      also: ["response-only-property"],
    },
    { why: "a template fills keys in too", yaml: "'${KEY}': 1" },
    { why: "a function of a template", yaml: "ClientName: a\n'Fn::Transform': { Name: x }" },
    {
      why: "a name that is still being typed is an error already",
      yaml: "ClientName: a\nGen\n",
      json: '{ "ClientName": "a", "Gen" }',
      also: ["syntax-error"],
    },
    {
      why: "so is one without a value",
      yaml: "ClientName: a",
      json: '{ "ClientName": "a", "Foo": }',
      also: ["syntax-error"],
      only: "json",
    },
    {
      why: "beside a syntax error a nested member may only look as if it stood at the top",
      yaml: "TokenValidityUnits:\n\tAccessToken: hours\n",
      only: "yaml",
      also: ["syntax-error", "wrong-type"],
    },
    {
      why: "nor need it stand there at all",
      yaml: "",
      json: '{ "GenerateSecret": True, "AccessToken": "hours" }',
      only: "json",
      also: ["syntax-error", "wrong-type"],
    },
    {
      why: "one syntax error of several in its value is enough",
      yaml: "",
      json: '{ "GenerateSecret": True,\n"Colour": [Red] }',
      only: "json",
      also: ["syntax-error", "wrong-type"],
    },
    {
      why: "beside a syntax error a text may only look like a key",
      yaml: "",
      json: '{ "GenerateSecret": True, "https://a.example": 1 }',
      only: "json",
      also: ["syntax-error", "wrong-type"],
    },
  ],
  reject: [
    {
      why: "a name that says the opposite is not renamed as it stands",
      yaml: "ClientName: a\n‹no-generate-secret›: true\n",
      message: /It says the opposite of GenerateSecret\.$/,
      fixes: [
        { title: "Use GenerateSecret: false", safe: false, yaml: "ClientName: a\nGenerateSecret: false\n" },
        { title: "Remove no-generate-secret", safe: false, yaml: "ClientName: a\n" },
      ],
    },
    {
      why: "an object goes with its members",
      yaml: "ClientName: a\n‹token_validity_units›:\n  access_token: hours # c\n  IdToken: hours\n",
      fixes: [
        {
          title: "Rename to TokenValidityUnits",
          safe: true,
          yaml: "ClientName: a\nTokenValidityUnits:\n  AccessToken: hours # c\n  IdToken: hours\n",
        },
      ],
    },
    {
      why: "an invisible character in the name",
      yaml: "ClientName: a\n‹\u00a0GenerateSecret›: true\n",
      message: /with the no-break space U\+00A0 in it/,
      fixes: [{ title: "Rename to GenerateSecret", safe: true, yaml: "ClientName: a\nGenerateSecret: true\n" }],
    },
    {
      yaml: "‹LogutURLs›: []",
      fixes: [
        { title: "Rename to LogoutURLs", safe: false },
        { title: "Remove LogutURLs", safe: false },
      ],
    },
    { yaml: "‹Name›: web", fixes: [{ title: "Rename to ClientName", safe: true }] },
    {
      why: "a syntax error further on says nothing about it",
      yaml: "",
      json: '{ ‹"Colour"›: "red", "ClientName": "a", "GenerateSecret": True }',
      only: "json",
      also: ["syntax-error", "wrong-type"],
    },
    {
      why: "nor does one before it",
      yaml: "",
      json: '{ "GenerateSecret": True, "ClientName": "a", ‹"Colour"›: "red" }',
      only: "json",
      also: ["syntax-error", "wrong-type"],
    },
    {
      why: "a nested member is sent home from the top only",
      yaml: "TokenValidityUnits: { ‹Feature›: ENABLED }",
      message: /word\. Remove it\.$/,
      fixes: [{ title: "Remove Feature", safe: false }],
    },
    {
      why: "what answers have at the top is unknown below it",
      yaml: "RefreshTokenRotation: { Feature: ENABLED, ‹CreationDate›: 1 }",
      message: /^RefreshTokenRotation has no member "CreationDate"/,
    },
    {
      why: "so is ClientId",
      yaml: "RefreshTokenRotation: { Feature: ENABLED, ‹ClientId›: a }",
      message: /^RefreshTokenRotation has no member "ClientId"/,
    },
    {
      yaml: "ClientName: web\n‹callback_urls›: # ours\n  - https://a.example\n",
      json: '{ "ClientName": "web", ‹"callback_urls"›: ["https://a.example"] }',
      severity: "error",
      message:
        'CreateUserPoolClient has no member "callback_urls". The AWS CLI and boto3 refuse a name that they do not know; the JavaScript SDK leaves it out without a word. It is spelt CallbackURLs.',
      fixes: [
        {
          title: "Rename to CallbackURLs",
          safe: true,
          yaml: "ClientName: web\nCallbackURLs: # ours\n  - https://a.example\n",
          json: '{ "ClientName": "web", "CallbackURLs": ["https://a.example"] }',
        },
      ],
    },
    {
      why: "the right name is there already",
      yaml: "ClientName: web\n‹Name›: web\n",
      message: /It seems to be ClientName, which is there already/,
      fixes: [{ title: "Remove Name", safe: false, yaml: "ClientName: web\n" }],
    },
    {
      why: "a typo is only a suggestion",
      yaml: "‹ClientNam›: web",
      message: /Did you mean ClientName\?/,
      fixes: [{ title: "Rename to ClientName", safe: false }],
    },
    {
      why: "no idea",
      yaml: "ClientName: web\n‹Colour›: red\n",
      message: /word. Remove it\.$/,
      fixes: [{ title: "Remove Colour", safe: false, yaml: "ClientName: web\n" }],
    },
    {
      why: "an update",
      yaml: "UserPoolId: us-east-1_A\nClientId: abc\n‹Foo›: 1",
      message: /^UpdateUserPoolClient has no member "Foo"/,
    },
    {
      why: "in nested objects",
      yaml: "TokenValidityUnits: { ‹access_token›: hours }",
      message: /^TokenValidityUnits has no member/,
      fixes: [{ title: "Rename to AccessToken", safe: true, yaml: "TokenValidityUnits: { AccessToken: hours }" }],
    },
    {
      why: "a unit by the name of its lifetime",
      yaml: "TokenValidityUnits: { ‹AccessTokenValidity›: hours }",
      fixes: [
        { title: "Rename to AccessToken", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      why: "rotation",
      yaml: "RefreshTokenRotation: { Feature: ENABLED, ‹RetryGracePeriod›: 10 }",
      fixes: [
        {
          title: "Rename to RetryGracePeriodSeconds",
          safe: true,
          yaml: "RefreshTokenRotation: { Feature: ENABLED, RetryGracePeriodSeconds: 10 }",
        },
      ],
    },
    {
      why: "analytics",
      yaml: "AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:1:apps/a', ‹user_data_shared›: true }",
      fixes: [{ title: "Rename to UserDataShared", safe: true }],
    },
    { why: "two keys for one member: only one may become it", yaml: "‹callback_urls›: []\n‹CallbackUrls›: []" },
    {
      why: "$schema is sent like any other member",
      yaml: "‹$schema›: https://example.com/x.json\nClientName: web\n",
      json: '{ ‹"$schema"›: "https://example.com/x.json", "ClientName": "web" }',
      message:
        /\$schema is no member of the request, and the AWS CLI refuses a file that has it. Remove it: files with the name of a spec/,
      fixes: [{ title: "Remove $schema", safe: false, yaml: "ClientName: web\n", json: '{ "ClientName": "web" }' }],
    },
    {
      why: "one level too high",
      yaml: "ClientName: web\n‹RetryGracePeriodSeconds›: 10\nRefreshTokenRotation:\n  Feature: ENABLED\n",
      message: /RetryGracePeriodSeconds belongs inside RefreshTokenRotation/,
      fixes: [
        {
          title: "Move it into RefreshTokenRotation",
          safe: false,
          yaml: "ClientName: web\nRefreshTokenRotation:\n  Feature: ENABLED\n  RetryGracePeriodSeconds: 10\n",
        },
        { title: "Remove RetryGracePeriodSeconds", safe: false },
      ],
    },
    {
      why: "one level too high, and the object is not there",
      yaml: "ClientName: web\n‹Feature›: ENABLED\n",
      json: '{ "ClientName": "web", ‹"Feature"›: "ENABLED" }',
      fixes: [
        {
          title: "Move it into RefreshTokenRotation",
          safe: false,
          yaml: "ClientName: web\nRefreshTokenRotation:\n  Feature: ENABLED\n",
          json: '{ "ClientName": "web", "RefreshTokenRotation": { "Feature": "ENABLED" } }',
        },
        { title: "Remove Feature", safe: false },
      ],
    },
    {
      why: "one level too high, and there already",
      yaml: "‹Feature›: DISABLED\nRefreshTokenRotation: { Feature: ENABLED }",
      fixes: [{ title: "Remove Feature", safe: false }],
    },
    {
      why: "one level too high, and its home is not known",
      yaml: "‹Feature›: DISABLED\nRefreshTokenRotation: ${ROTATION}",
      fixes: [{ title: "Remove Feature", safe: false }],
    },
    {
      why: "one level too high, with a value that is not known",
      yaml: "‹Feature›: !Ref Rotation\nClientName: a",
      only: "yaml",
      fixes: [{ title: "Remove Feature", safe: false }],
    },
    {
      why: "one level too high, without a value",
      yaml: "‹Feature›: null",
      fixes: [{ title: "Remove Feature", safe: false }],
    },
    {
      why: "one level too high, in one of several app clients",
      yaml: "- ClientName: a\n  ‹Feature›: ENABLED\n- ClientName: b\n",
      fixes: [
        {
          title: "Move it into RefreshTokenRotation",
          safe: false,
          yaml: "- ClientName: a\n  RefreshTokenRotation:\n    Feature: ENABLED\n- ClientName: b\n",
        },
        { title: "Remove Feature", safe: false },
      ],
    },
    {
      why: "one level too high, with another member's value",
      yaml: "ClientName: &a ENABLED\n‹Feature›: *a\n",
      only: "yaml",
      fixes: [
        { title: "Move it into RefreshTokenRotation", safe: false },
        { title: "Remove Feature", safe: false },
      ],
    },
    {
      why: "another service's rotation in a form of its own",
      yaml: "‹RefreshTokenRotationType›: [ROTATING]",
      fixes: [{ title: "Remove RefreshTokenRotationType", safe: false }],
    },
    {
      why: "another service's rotation with another member's value",
      yaml: "ClientName: &a ROTATING\n‹RefreshTokenRotationType›: *a\n",
      only: "yaml",
      fixes: [{ title: "Remove RefreshTokenRotationType", safe: false }],
    },
    {
      why: "another service's rotation",
      yaml: "‹RefreshTokenRotationType›: ROTATING",
      fixes: [
        { title: "Use RefreshTokenRotation with Feature ENABLED", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      why: "and that turned off",
      yaml: "‹RefreshTokenRotationType›: NON_ROTATING",
      fixes: [
        { title: "Use RefreshTokenRotation with Feature DISABLED", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      why: "a wrapper as of an answer: its members are checked as usual",
      yaml: "# mine\n‹UserPoolClient›:\n  # the pool\n  UserPoolId: us-east-1_A\n  ClientName: web\n  CallbackURLs:\n    - https://a.example # home\n",
      json: '{\n  ‹"UserPoolClient"›: {\n    "UserPoolId": "us-east-1_A",\n    "ClientName": "web" // site\n  }\n}\n',
      message: /^UserPoolClient wraps the app client/,
      fixes: [
        {
          title: "Take the members out of UserPoolClient",
          safe: true,
          yaml: "# mine\n# the pool\nUserPoolId: us-east-1_A\nClientName: web\nCallbackURLs:\n  - https://a.example # home\n",
          json: '{\n  "UserPoolId": "us-east-1_A",\n  "ClientName": "web" // site\n  \n}\n',
        },
      ],
    },
    {
      why: "in one line",
      yaml: "‹UserPoolClient›: { ClientName: web }",
      json: '{ ‹"UserPoolClient"›: { "ClientName": "web" } }',
      fixes: [{ title: /^Take/, safe: true, yaml: "{ ClientName: web }", json: '{ "ClientName": "web" }' }],
    },
    {
      why: "with a comma behind the last member and behind the wrapper",
      yaml: "{ ‹UserPoolClient›: { ClientName: web, }, }",
      json: '{ ‹"UserPoolClient"›: { "ClientName": "web", }, }',
      fixes: [{ title: /^Take/, safe: true, yaml: "{ ClientName: web, }", json: '{ "ClientName": "web", }' }],
    },
    { why: "wrapped and one level too high", yaml: "‹UserPoolClient›: { ClientName: web, ‹Feature›: ENABLED }" },
    { why: "wrapped and misspelt", yaml: "‹UserPoolClient›: { ClientName: web, ‹Colour›: red }" },
    {
      why: "in a list",
      yaml: "- ‹UserPoolClient›:\n    ClientName: web\n    CallbackURLs: []\n- ClientName: b\n",
      fixes: [{ title: /^Take/, safe: true, yaml: "- ClientName: web\n  CallbackURLs: []\n- ClientName: b\n" }],
    },
    {
      why: "cognito-local's data file",
      yaml: "‹Clients›: { abc: { ClientId: abc, ClientName: web, CreationDate: 1 } }",
      message: /^This is a data file of cognito-local/,
      fixes: [],
    },
  ],
});

/** Spellings of real files and of other tools: all of them certain, so that fix-all may rename them. */
const respellings: readonly (readonly [string, string])[] = [
  ["Name", "ClientName"],
  ["name", "ClientName"],
  ["client_name", "ClientName"],
  ["user_pool_client_name", "ClientName"],
  ["user_pool_id", "UserPoolId"],
  ["userPoolID", "UserPoolId"],
  ["PoolId", "UserPoolId"],
  ["generate_secret", "GenerateSecret"],
  ["GenerateClientSecret", "GenerateSecret"],
  ["client_secret", "ClientSecret"],
  ["CallbackUrls", "CallbackURLs"],
  ["CallbackURLS", "CallbackURLs"],
  ["CallbackURL", "CallbackURLs"],
  ["CallbackUris", "CallbackURLs"],
  ["callbackUrls", "CallbackURLs"],
  ["callback_urls", "CallbackURLs"],
  ["LogoutUrls", "LogoutURLs"],
  ["logout_urls", "LogoutURLs"],
  ["signOutUrls", "LogoutURLs"],
  ["DefaultRedirectUri", "DefaultRedirectURI"],
  ["DefaultRedirectURL", "DefaultRedirectURI"],
  ["default_redirect_uri", "DefaultRedirectURI"],
  ["AllowedOauthFlows", "AllowedOAuthFlows"],
  ["allowed_oauth_flows", "AllowedOAuthFlows"],
  ["allowed-o-auth-flows", "AllowedOAuthFlows"],
  ["allowed_oauth_scopes", "AllowedOAuthScopes"],
  ["AllowedOAuthScope", "AllowedOAuthScopes"],
  ["Scopes", "AllowedOAuthScopes"],
  ["allowed_oauth_flows_user_pool_client", "AllowedOAuthFlowsUserPoolClient"],
  ["AllowedOauthFlowsUserPoolClient", "AllowedOAuthFlowsUserPoolClient"],
  ["supported_identity_providers", "SupportedIdentityProviders"],
  ["IdentityProviders", "SupportedIdentityProviders"],
  ["explicit_auth_flows", "ExplicitAuthFlows"],
  ["authFlows", "ExplicitAuthFlows"],
  ["token_validity_units", "TokenValidityUnits"],
  ["access_token_validity", "AccessTokenValidity"],
  ["id_token_validity", "IdTokenValidity"],
  ["refreshTokenValidity", "RefreshTokenValidity"],
  ["refresh_token_rotation", "RefreshTokenRotation"],
  ["enable_token_revocation", "EnableTokenRevocation"],
  ["prevent_user_existence_errors", "PreventUserExistenceErrors"],
  ["PreventUserExistenceError", "PreventUserExistenceErrors"],
  ["enable_propagate_additional_user_context_data", "EnablePropagateAdditionalUserContextData"],
  ["auth_session_validity", "AuthSessionValidity"],
  ["read_attributes", "ReadAttributes"],
  ["write-attributes", "WriteAttributes"],
  ["analytics_configuration", "AnalyticsConfiguration"],
];

describe("other spellings", () => {
  test.each(respellings)("%s is %s for certain", (wrong, right) => {
    expect(fixOf(`${wrong}: x`)).toMatchObject({ title: `Rename to ${right}`, safe: true });
  });

  test.each(
    properties
      .flatMap(({ name }) => [name.toLowerCase(), name.toUpperCase(), name.replace(/(?<=[a-z])(?=[A-Z])/g, "_")])
      .map((n) => [n]),
  )("%s in any case", (wrong) => {
    const fix = fixOf(`${wrong}: x`);
    if (properties.some(({ name }) => name === wrong)) expect(fix).toBeUndefined();
    // A create request has no ClientId, whatever its spelling.
    else if (/client_?id/i.test(wrong)) expect(fix?.safe).not.toBe(true);
    else expect(fix).toMatchObject({ safe: true, title: expect.stringMatching(/^Rename to /) });
  });

  test.each([
    ["redirect_uris", "CallbackURLs"],
    ["grant_types", "AllowedOAuthFlows"],
    ["AccessTokenExpiration", "AccessTokenValidity"],
    ["RefreshTokenLifetime", "RefreshTokenValidity"],
    ["CalbackURLs", "CallbackURLs"],
    ["ExplicitAuthFolws", "ExplicitAuthFlows"],
    ["Gen", "GenerateSecret"],
    ["PreventUser", "PreventUserExistenceErrors"],
  ])("%s may be %s", (wrong, right) => {
    expect(fixOf(`${wrong}: x`)).toMatchObject({ title: `Rename to ${right}`, safe: false });
  });

  test("a short name is not stretched into a known one", () => {
    for (const name of ["Tags", "Id", "Type", "Foo", "Region", "Allowed", "Cl", "Secret"]) {
      const title = fixOf(`${name}: x`)?.title;
      expect(title).toBe(name === "Secret" ? "Rename to ClientSecret" : `Remove ${name}`);
    }
  });
});

test("the second of two keys for one member is not renamed", () => {
  const document = parseSpec("callback_urls: []\nCallbackUrls: []\n", "yaml");
  const titles = check(document, { settings: { preset: "recommended", rules: {} } })
    .filter(({ rule }) => rule.id === "unknown-property")
    .map(({ fixes }) => fixes?.().map(({ title }) => title));
  expect(titles).toEqual([["Rename to CallbackURLs"], ["Remove CallbackUrls"]]);
});

test("under a key with a question mark, whose colon stands on another line, the members stay", () => {
  const document = parseSpec("? UserPoolClient\n:\n  ClientName: web\n", "yaml");
  const found = check(document, { settings: defaultSettings }).filter(({ rule }) => rule.id === "unknown-property");
  expect(found.map(({ message, fixes }) => [message.split(" ")[0], fixes?.()])).toEqual([["UserPoolClient", []]]);
});

test("a brace is not taken into the comment before it, whatever ends its line", () => {
  const text = '[{"UserPoolClient":{\n  "CallbackURLs":[] // ours \n}},{\n"ClientName":"b"\n}]';
  const after = fixAll(parseSpec(text, "jsonc"), { settings: defaultSettings });
  expect(parseSpec(after, "jsonc").units.map(({ part }) => plainOf(part.root))).toEqual([
    { CallbackURLs: [] },
    { ClientName: "b" },
  ]);
  expect(after).toContain("// ours");
});

test("a comment between the wrapper's key and its brace stays on the line", () => {
  const text = '[{"UserPoolClient":/* ours */{"ClientName":"a"}},{}]';
  const after = fixAll(parseSpec(text, "jsonc"), { settings: defaultSettings });
  expect(after).toBe('[{/* ours */ "ClientName":"a"},{}]');
});
