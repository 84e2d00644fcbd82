import { describe, expect, test } from "vitest";
import { parseSpec } from "../document/parse.ts";
import { looksLikeAppClient } from "./looks-like.ts";

const both = (value: unknown) => [
  parseSpec(JSON.stringify(value), "json"),
  parseSpec(JSON.stringify(value, null, 1), "yaml"),
];

describe("an app client by its content", () => {
  test.each<[string, unknown]>([
    ["pool and name", { UserPoolId: "eu-west-1_a", ClientName: "web" }],
    ["a telling member alone", { CallbackURLs: [] }],
    ["an answer of AWS", { UserPoolClient: { ClientId: "1", ClientName: "web", AllowedOAuthFlows: ["code"] } }],
    ["a list", [{ ClientName: "a" }, { GenerateSecret: true }]],
  ])("%s", (_what, value) => {
    for (const document of both(value)) expect(looksLikeAppClient(document)).toBe(true);
  });

  test.each<[string, unknown]>([
    ["nothing", {}],
    ["a list of nothing", []],
    ["text", "CallbackURLs"],
    ["the input of another call", { UserPoolId: "eu-west-1_a", Identifier: "api", Scopes: [] }],
    ["an app client of another vendor", { ClientId: "x", ClientName: "web", AllowedGrantTypes: ["code"] }],
    ["the list of a pool's app clients", { UserPoolClients: [{ ClientId: "1", ClientName: "web", UserPoolId: "p" }] }],
    ["a template", { Resources: { Web: { Type: "AWS::Cognito::UserPoolClient", Properties: { CallbackURLs: [] } } } }],
    ["Terraform", { resource: { aws_cognito_user_pool_client: { web: { callback_urls: [] } } } }],
    ["a package", { name: "x", version: "1.0.0", scripts: {} }],
  ])("not %s", (_what, value) => {
    for (const document of both(value)) expect(looksLikeAppClient(document)).toBe(false);
  });

  test("a stream of which one document is one, and a torn file", () => {
    expect(looksLikeAppClient(parseSpec("a: 1\n---\nGenerateSecret: true\n", "yaml"))).toBe(true);
    expect(looksLikeAppClient(parseSpec('{ "GenerateSecret": true, ', "json"))).toBe(true);
    expect(looksLikeAppClient(parseSpec("", "yaml"))).toBe(false);
  });
});
