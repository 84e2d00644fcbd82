import { describe, expect, test } from "vitest";
import { offeredAt } from "../../../../../test/support/complete.ts";
import { cursorAt } from "../../../../../test/support/marks.ts";
import { openByContent } from "../../clients/open.ts";
import type { SpecDocument } from "../../document/part.ts";
import { defaultSettings } from "../../lint/settings.ts";
import { hover } from "../hover.ts";
import { lenses } from "../lens.ts";
import { referencedAt } from "./reference.ts";

function template(text: string, dialect: "json" | "yaml"): SpecDocument {
  const document = openByContent(text, dialect, `template.${dialect}`);
  if (!document) throw new Error("This is no template");
  return document;
}

const resources = {
  UserPool: {
    Type: "AWS::Cognito::UserPool",
    Properties: { Schema: [{ Name: "tenant", AttributeDataType: "String", Mutable: true }] },
  },
  Api: {
    Type: "AWS::Cognito::UserPoolResourceServer",
    Properties: { UserPoolId: { Ref: "UserPool" }, Identifier: "api", Name: "Api", Scopes: [{ ScopeName: "read" }] },
  },
  Own: {
    Type: "AWS::Cognito::UserPoolResourceServer",
    Properties: {
      UserPoolId: { Ref: "UserPool" },
      Identifier: { "Fn::Sub": "${AWS::StackName}-own" },
      Name: "Own",
      Scopes: [{ ScopeName: "all" }],
    },
  },
  Corp: {
    Type: "AWS::Cognito::UserPoolIdentityProvider",
    Properties: { UserPoolId: { Ref: "UserPool" }, ProviderName: "Corp", ProviderType: "OIDC", ProviderDetails: {} },
  },
};
/** A template around the properties of an app client, in JSON. */
const json = (properties: string) => `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {
    ${JSON.stringify(resources).slice(1, -1)},
    "WebClient": { "Type": "AWS::Cognito::UserPoolClient", "Properties": ${properties} }
  }
}
`;
/** The same in YAML; properties are indented by six. */
const yaml = (properties: string) => `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod], Default: dev }
  Hidden: { Type: String, NoEcho: true, AllowedValues: [Zq81hHb2nQx0] }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  UserPool:
    Type: AWS::Cognito::UserPool
    Properties:
      Schema:
        - { Name: tenant, AttributeDataType: String, Mutable: true }
  Api:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref UserPool
      Identifier: api
      Name: Api
      Scopes:
        - ScopeName: read
  Own:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref UserPool
      Identifier: !Sub "\${AWS::StackName}-own"
      Name: Own
      Scopes:
        - ScopeName: all
  Corp:
    Type: AWS::Cognito::UserPoolIdentityProvider
    Properties: { UserPoolId: !Ref UserPool, ProviderName: Corp, ProviderType: OIDC, ProviderDetails: {} }
  WebClient:
    Type: AWS::Cognito::UserPoolClient
    Properties:
${properties}
Outputs:
  Id:
    Value: !Ref WebClient
`;

const offered = (source: string, dialect: "json" | "yaml", context = {}) =>
  offeredAt(source, dialect, context, undefined, (text) => template(text, dialect));

describe("completion in a template", () => {
  test.each([
    ["yaml", yaml("      UserPoolId: !Ref UserPool\n      AllowedOAuthScopes:\n        - |")],
    ["json", json('{ "UserPoolId": {"Ref": "UserPool"}, "AllowedOAuthScopes": [|] }')],
  ] as const)("offers the scopes of its resource servers: %s", (dialect, source) => {
    const { labels, accept } = offered(source, dialect);
    expect(labels).toContain("api/read");
    expect(labels).not.toContain("aws.cognito.signin.user.admin/x");
    const symbolic = accept("${AWS::StackName}-own/all");
    expect(symbolic).toContain(
      dialect === "yaml" ? '- !Sub "${AWS::StackName}-own/all"|' : '[{"Fn::Sub":"${AWS::StackName}-own/all"}|]',
    );
  });

  test.each([
    ["yaml", yaml("      UserPoolId: !Ref UserPool\n      SupportedIdentityProviders:\n        - |"), "Corp"],
    ["yaml", yaml("      UserPoolId: !Ref UserPool\n      ReadAttributes:\n        - |"), "custom:tenant"],
    ["yaml", yaml("      UserPoolId: !Ref UserPool\n      ExplicitAuthFlows:\n        - |"), "ALLOW_USER_SRP_AUTH"],
    ["yaml", yaml("      UserPoolId: !Ref UserPool\n      TokenValidityUnits:\n        AccessToken: |"), "minutes"],
    ["json", json('{ "UserPoolId": {"Ref": "UserPool"}, "SupportedIdentityProviders": ["|"] }'), "Corp"],
    ["json", json('{ "UserPoolId": {"Ref": "UserPool"}, "TokenValidityUnits": {"AccessToken": "|"} }'), "minutes"],
  ] as const)("offers values: %s %#", (dialect, source, label) => {
    expect(offered(source, dialect).labels).toContain(label);
  });

  test.each([
    ["yaml", yaml("      UserPoolId: |"), "      UserPoolId: !Ref UserPool|"],
    ["json", json('{ "UserPoolId": | }'), '"UserPoolId": {"Ref":"UserPool"}|'],
  ] as const)("refers to the pool: %s", (dialect, source, expected) => {
    expect(offered(source, dialect).accept("UserPool")).toContain(expected);
  });

  test("offers names of properties, unless the Toolkit does, and never read-only ones", () => {
    const source = yaml("      UserPoolId: !Ref UserPool\n      C|");
    const { labels } = offered(source, "yaml");
    expect(labels).toContain("CallbackURLs");
    expect(labels).not.toContain("ClientSecret");
    expect(offered(source, "yaml", { besideToolkit: true }).labels).toEqual([]);
  });

  test("offers nothing outside of app clients", () => {
    const source = yaml("      UserPoolId: !Ref UserPool").replace("Name: Api", "Name: |Api");
    expect(offered(source, "yaml").labels).toEqual([]);
  });
});

function hoverAt(source: string, dialect: "json" | "yaml") {
  const { text, offset } = cursorAt(source);
  return hover(template(text, dialect), offset, { settings: defaultSettings })?.markdown;
}

describe("hover in a template", () => {
  test("says what a value turns out to be, and where it comes from", () => {
    const source = yaml(
      "      UserPoolId: !Ref UserPool\n      CallbackURLs:\n        - !If [|IsProd, https://a.test/, https://dev.test/]",
    );
    const said = hoverAt(source, "yaml");
    expect(said).toContain("https://a\\.test/**, when IsProd is true");
    expect(said).toContain("https://dev\\.test/**, when IsProd is false");
  });

  test.each([
    ["yaml", yaml("      UserPoolId: !Ref User|Pool")],
    ["json", json('{ "UserPoolId": {"Ref": "User|Pool"} }')],
  ] as const)("names the resource: %s", (dialect, source) => {
    expect(hoverAt(source, dialect)).toContain("**UserPool** · AWS::Cognito::UserPool of this template");
  });

  test("tells a parameter's values, but none that is not to be echoed", () => {
    expect(hoverAt(yaml("      UserPoolId: !Ref UserPool\n      ClientName: !Ref St|age"), "yaml")).toContain(
      "Parameter **Stage** · String · one of `dev`, `prod`",
    );
    const hidden = hoverAt(yaml("      UserPoolId: !Ref UserPool\n      ClientName: !Ref Hid|den"), "yaml");
    expect(hidden).toContain("Parameter **Hidden**");
    expect(hidden).not.toContain("Zq81");
  });

  test("says what a change replaces, and that the name is not required", () => {
    expect(hoverAt(yaml("      UserPoolId: !Ref UserPool\n      Generate|Secret: true"), "yaml")).toContain(
      "Changing it replaces the app client",
    );
    const name = hoverAt(yaml("      UserPoolId: !Ref UserPool\n      Client|Name: web"), "yaml");
    expect(name).not.toContain("required");
    expect(name).not.toContain("replaces the app client");
  });

  test("knows a scope of the template", () => {
    const said = hoverAt(
      yaml("      UserPoolId: !Ref UserPool\n      AllowedOAuthScopes:\n        - api/r|ead"),
      "yaml",
    );
    expect(said).toContain("Custom scope of resource server");
    expect(said).toContain("From this template");
  });
});

describe("definition in a template", () => {
  test.each([
    ["a resource, by !Ref", yaml("      UserPoolId: !Ref User|Pool"), "UserPool"],
    ["a resource, by !GetAtt", yaml("      UserPoolId: !GetAtt User|Pool.UserPoolId"), "UserPool"],
    ["a resource, by !Sub", yaml('      UserPoolId: !Sub "${User|Pool}"'), "UserPool"],
    ["a condition", yaml("      UserPoolId: !Ref UserPool\n      ClientName: !If [Is|Prod, a, b]"), "IsProd"],
    ["a parameter", yaml("      UserPoolId: !Ref UserPool\n      ClientName: !Ref St|age"), "Stage"],
    ["a resource, in JSON", json('{ "UserPoolId": {"Ref": "User|Pool"} }'), '"UserPool"'],
  ])("%s", (_, source, name) => {
    const { text, offset } = cursorAt(source);
    const span = referencedAt(template(text, text.startsWith("{") ? "json" : "yaml"), offset);
    expect(span && text.slice(span.start, span.end)).toBe(name);
  });

  test("nothing for a name that is a text", () => {
    const { text, offset } = cursorAt(yaml("      UserPoolId: !Ref UserPool\n      ClientName: User|Pool"));
    expect(referencedAt(template(text, "yaml"), offset)).toBeUndefined();
  });
});

test("a template's app client is compared, never created", () => {
  const found = lenses(template(yaml("      UserPoolId: !Ref UserPool\n      GenerateSecret: true"), "yaml"));
  expect(found.map(({ action }) => action)).toContain("compare");
  expect(found.map(({ action }) => action)).not.toContain("create");
});
