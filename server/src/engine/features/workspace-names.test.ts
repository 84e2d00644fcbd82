import { expect, test } from "vitest";
import { namesIn } from "./workspace-names.ts";

test("the names that specs use, sorted, once, without what every pool has", () => {
  const yaml =
    "UserPoolId: eu-west-1_Two\nAllowedOAuthScopes: [openid, https://api/b, plain]\nSupportedIdentityProviders: [COGNITO, Okta, Google]\nReadAttributes: [email, 'custom:b']\n---\nUserPoolId: eu-west-1_One\nWriteAttributes: ['custom:a', 'custom:b']\n";
  const json =
    '[{ "UserPoolId": "eu-west-1_One", "AllowedOAuthScopes": ["https://api/a", "https://api/b"] }, { "UserPoolId": "${POOL}" }]';
  expect(
    namesIn([
      { uri: "file:///a.cognito-client.yaml", languageId: "cognito-client-yaml", text: yaml },
      { uri: "file:///b.json", languageId: "", text: json },
    ]),
  ).toEqual({
    poolIds: ["eu-west-1_One", "eu-west-1_Two"],
    scopes: ["https://api/a", "https://api/b"],
    identityProviders: ["Okta"],
    customAttributes: ["custom:a", "custom:b"],
  });
});

test("no specs, and broken ones, have no names", () => {
  const none = { poolIds: [], scopes: [], identityProviders: [], customAttributes: [] };
  expect(namesIn([])).toEqual(none);
  expect(namesIn([{ uri: "file:///a.json", languageId: "", text: '{ "UserPoolId":' }])).toEqual(none);
});
