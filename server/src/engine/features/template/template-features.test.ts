import { describe, expect, test } from "vitest";
import { offeredAt } from "../../../../../test/support/complete.ts";
import { cursorAt } from "../../../../../test/support/marks.ts";
import { templateAsJson } from "../../../../../test/support/template-json.ts";
import { openByContent } from "../../clients/open.ts";
import type { SpecDocument } from "../../document/part.ts";
import { defaultSettings } from "../../lint/settings.ts";
import { hints } from "../hints.ts";
import { hover } from "../hover.ts";
import { lenses } from "../lens.ts";
import { namesElsewhere, referencedAt } from "./reference.ts";

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

const below = (properties: string) => yaml(`      UserPoolId: !Ref UserPool\n${properties}`);
const inJson = (properties: string) => json(`{ "UserPoolId": {"Ref": "UserPool"}, ${properties} }`);

describe("completion in a function of a template", () => {
  test.each([
    ["a pool", yaml("      UserPoolId: !Ref |"), "yaml", ["UserPool", "Stage", "Hidden"]],
    ["a pool, half typed", yaml("      UserPoolId: !Ref Us|"), "yaml", ["UserPool"]],
    ["a pool, in long form", yaml("      UserPoolId:\n        Ref: |"), "yaml", ["UserPool", "Stage", "Hidden"]],
    ["a pool", json('{ "UserPoolId": {"Ref": "|"} }'), "json", ["UserPool"]],
    ["a pool's attribute", yaml("      UserPoolId: !GetAtt UserPool.|"), "yaml", ["UserPoolId"]],
    ["a resource with attributes", yaml("      UserPoolId: !GetAtt |"), "yaml", ["UserPool"]],
    ["the same", json('{ "UserPoolId": {"Fn::GetAtt": ["|"]} }'), "json", ["UserPool"]],
    ["a pool's attribute", json('{ "UserPoolId": {"Fn::GetAtt": ["UserPool", "|"]} }'), "json", ["UserPoolId"]],
    ["a condition", below("      ClientName: !If [|"), "yaml", ["IsProd"]],
    [
      "a variable of a text",
      below('      ClientName: !Sub "${St|"'),
      "yaml",
      ["Stage", "AWS::StackName", "AWS::AccountId"],
    ],
    ["a variable of a text", inJson('"ClientName": {"Fn::Sub": "${AWS::St|"}'), "json", ["AWS::StackName"]],
    [
      "a provider of the pool",
      below("      SupportedIdentityProviders:\n        - !Ref |"),
      "yaml",
      ["Corp", "Stage", "Hidden", "AWS::StackName", "AWS::Region", "AWS::AccountId", "AWS::NoValue"],
    ],
    ["nothing for a list but a list", below("      CallbackURLs: !Ref |"), "yaml", ["AWS::NoValue"]],
    [
      "nothing for a scope that is half of one",
      inJson('"AllowedOAuthScopes": [{"Ref": "A|"}]'),
      "json",
      ["AWS::StackName", "AWS::Region", "AWS::AccountId", "AWS::NoValue"],
    ],
  ] as const)("%s: %#", (_, source, dialect, expected) => {
    expect(offered(source, dialect).labels).toEqual(expected);
  });

  test.each([
    ["yaml", yaml("      UserPoolId: !Ref Us|er"), "      UserPoolId: !Ref UserPool|"],
    ["json", json('{ "UserPoolId": {"Ref": "Us|"} }'), '"UserPoolId": {"Ref": "UserPool|"}'],
  ] as const)("takes the place of what is half typed: %s", (dialect, source, expected) => {
    expect(offered(source, dialect).accept("UserPool")).toContain(expected);
  });

  test("names of resources behind DependsOn, and of conditions", () => {
    const at = (attribute: string) =>
      offered(
        yaml("      UserPoolId: !Ref UserPool").replace(
          "    Properties:\n      UserPoolId: !Ref UserPool\nOut",
          `    ${attribute}|\n    Properties:\n      UserPoolId: !Ref UserPool\nOut`,
        ),
        "yaml",
      ).labels;
    expect(at("DependsOn: ")).toEqual(["UserPool", "Api", "Own", "Corp"]);
    expect(at("DependsOn: [Api, ")).toEqual(["UserPool", "Api", "Own", "Corp"]);
    expect(at("Condition: ")).toEqual(["IsProd"]);
  });

  test("is the Toolkit's where that completes", () => {
    expect(offered(yaml("      UserPoolId: !Ref |"), "yaml", { besideToolkit: true }).labels).toEqual([]);
  });

  test("offers nothing in a comment", () => {
    expect(offered(below("      ClientName: web # !Ref |"), "yaml").labels).toEqual([]);
  });
});

describe("completion below the last line of an app client", () => {
  test.each([
    ["a property", "      UserPoolId: !Ref UserPool\n      |", "CallbackURLs"],
    ["the same, where an empty line is between", "      UserPoolId: !Ref UserPool\n\n      |", "CallbackURLs"],
    [
      "an item, at its dash",
      "      UserPoolId: !Ref UserPool\n      ExplicitAuthFlows:\n        - ALLOW_USER_SRP_AUTH\n        - |",
      "ALLOW_REFRESH_TOKEN_AUTH",
    ],
    [
      "an item, on a blank line",
      "      UserPoolId: !Ref UserPool\n      ExplicitAuthFlows:\n        - ALLOW_USER_SRP_AUTH\n        |",
      "ALLOW_REFRESH_TOKEN_AUTH",
    ],
    [
      "a member of an object",
      "      UserPoolId: !Ref UserPool\n      TokenValidityUnits:\n        IdToken: hours\n        |",
      "AccessToken",
    ],
    ["the first item", "      UserPoolId: !Ref UserPool\n      AllowedOAuthScopes:\n        |", "api/read"],
  ])("%s", (_, properties, label) => {
    expect(offered(yaml(properties), "yaml").labels).toContain(label);
    // At the end of the file, too.
    expect(offered(yaml(properties).replace(/Outputs:[\s\S]*/, ""), "yaml").labels).toContain(label);
  });

  test("nothing where the line cannot be its own", () => {
    expect(offered(yaml("      UserPoolId: !Ref UserPool\n  |"), "yaml").labels).toEqual([]);
    expect(offered(yaml("      UserPoolId: !Ref UserPool\n|"), "yaml").labels).toEqual([]);
  });

  test("writes at the cursor's column", () => {
    const { accept } = offered(yaml("      UserPoolId: !Ref UserPool\n      |"), "yaml");
    expect(accept("EnableTokenRevocation")).toContain("\n      EnableTokenRevocation: ");
  });
});

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

  test.each([
    ["a value in a branch", below("      PreventUserExistenceErrors: !If [IsProd, ENA|BLED, LEGACY]"), "**ENABLED**"],
    ["the same", inJson('"PreventUserExistenceErrors": {"Fn::If": ["IsProd", "ENA|BLED", "LEGACY"]}'), "**ENABLED**"],
    [
      "an item in a branch",
      below("      ExplicitAuthFlows: !If [IsProd, [ALLOW_USER_S|RP_AUTH], []]"),
      "ALLOW_USER_SRP_AUTH",
    ],
    [
      "a condition",
      below("      ClientName: !If [Is|Prod, a, b]"),
      "Condition **IsProd** · `!Equals [!Ref Stage, prod]`",
    ],
    ["a name in a branch", below("      ClientName: !If [IsProd, !Ref St|age, b]"), "Parameter **Stage**"],
    ["an attribute", yaml("      UserPoolId: !GetAtt User|Pool.UserPoolId"), "**UserPool** · AWS::Cognito::UserPool"],
    ["a variable of a text", below('      ClientName: !Sub "${St|age}-web"'), "Parameter **Stage**"],
  ])("within a function: %s", (_, source, expected) => {
    expect(hoverAt(source, source.startsWith("{") ? "json" : "yaml")).toContain(expected);
  });

  test("tells a condition, but not what a hidden parameter is compared with", () => {
    const source = below("      ClientName: !If [Is|Known, a, b]").replace(
      "Conditions:\n",
      "Conditions:\n  IsKnown: !Equals [!Ref Hidden, Zq81hHb2nQx0]\n",
    );
    expect(hoverAt(source, "yaml")).toContain("Condition **IsKnown**");
    expect(hoverAt(source, "yaml")).not.toContain("Zq81");
  });

  test("says what DependsOn and Condition name", () => {
    const waiting = (attribute: string) =>
      yaml("      UserPoolId: !Ref UserPool").replace("UserPoolClient\n", `UserPoolClient\n    ${attribute}\n`);
    expect(hoverAt(waiting("DependsOn: [Api, Co|rp]"), "yaml")).toBe(
      "**Corp** · AWS::Cognito::UserPoolIdentityProvider of this template",
    );
    expect(hoverAt(waiting("Condition: Is|Prod"), "yaml")).toContain("Condition **IsProd**");
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
    ["a resource, within another function", yaml("      UserPoolId: !If [IsProd, !Ref User|Pool, x]"), "UserPool"],
    ["a resource, by a variable of a text", below('      ClientName: !Sub "a-${Co|rp}"'), "Corp"],
    ["a resource, by its attribute", inJson('"ClientName": {"Fn::GetAtt": ["Co|rp", "Arn"]}'), '"Corp"'],
    [
      "a parameter, within a text that has variables of its own",
      below('      ClientName: !Sub ["${A}-${Sta|ge}", {A: b}]'),
      "Stage",
    ],
    ["a resource, in JSON", json('{ "UserPoolId": {"Ref": "User|Pool"} }'), '"UserPool"'],
  ])("%s", (_, source, name) => {
    const { text, offset } = cursorAt(source);
    const span = referencedAt(template(text, text.startsWith("{") ? "json" : "yaml"), offset);
    expect(span && text.slice(span.start, span.end)).toBe(name);
  });

  test.each([
    ["a text", "      UserPoolId: !Ref UserPool\n      ClientName: User|Pool"],
    ["a text that is joined", "      UserPoolId: !Ref UserPool\n      ClientName: !Join [-, [User|Pool, a]]"],
    ["a variable of the text itself", '      UserPoolId: !Sub ["${User|Pool}", {UserPool: a}]'],
    ["a branch", "      UserPoolId: !If [IsProd, User|Pool, a]"],
  ])("nothing for a name that is %s", (_, properties) => {
    const { text, offset } = cursorAt(yaml(properties));
    expect(referencedAt(template(text, "yaml"), offset)).toBeUndefined();
  });

  test("DependsOn and Condition lead to what they name", () => {
    const waiting = yaml("      UserPoolId: !Ref UserPool").replace(
      "UserPoolClient\n",
      "UserPoolClient\n    DependsOn: [Corp, Api]\n    Condition: IsProd\n",
    );
    for (const [dialect, text] of [
      ["yaml", waiting],
      ["json", templateAsJson(waiting)],
    ] as const)
      expect(
        namesElsewhere(template(text, dialect)).map(({ span, name }) => [
          text.slice(span.start, span.end),
          text.slice(name.start, name.end).replaceAll('"', ""),
        ]),
      ).toEqual([
        ["Corp", "Corp"],
        ["Api", "Api"],
        ["IsProd", "IsProd"],
        ["UserPool", "UserPool"],
      ]);
  });
});

test("a template's app client is compared, never created", () => {
  const found = lenses(template(yaml("      UserPoolId: !Ref UserPool\n      GenerateSecret: true"), "yaml"));
  expect(found.map(({ action }) => action)).toContain("compare");
  expect(found.map(({ action }) => action)).not.toContain("create");
});

describe("lifetimes in a template", () => {
  const shown = (source: string, dialect: "json" | "yaml") => {
    const found = hints(
      template(source, dialect),
      { start: 0, end: source.length },
      { lifetimes: true, defaults: false },
    );
    return found.map(
      ({ offset, label }) =>
        `${source
          .slice(0, offset)
          .split(/[\s,[]/)
          .at(-1)} ${label}`,
    );
  };
  test.each([
    [
      "with the unit of a branch, where all agree",
      "      AccessTokenValidity: 90\n      TokenValidityUnits: {AccessToken: !If [IsProd, minutes, minutes]}",
      ["90 = 1 hour 30 minutes"],
    ],
    [
      "not where they differ",
      "      AccessTokenValidity: 5\n      TokenValidityUnits: {AccessToken: !If [IsProd, minutes, hours]}",
      [],
    ],
    ["in each branch", "      AuthSessionValidity: !If [IsProd, 3, 15]", ["3 = 3 minutes", "15 = 15 minutes"]],
    ["of a text, as CloudFormation takes it", '      RefreshTokenValidity: "60"', ['"60" = 60 days']],
  ])("%s", (_, properties, expected) => {
    expect(shown(below(properties), "yaml")).toEqual(expected);
    expect(shown(templateAsJson(below(properties)), "json")).toHaveLength(expected.length);
  });
});
