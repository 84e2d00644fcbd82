import { describe, expect, test } from "vitest";
import { opened, told } from "../../../../../test/support/template-corpus.ts";
import { templateAsJson } from "../../../../../test/support/template-json.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import type { SpecDocument } from "../../document/part.ts";
import { check } from "../../features/check.ts";
import { poolAtDeploy } from "./pool-at-deploy.ts";

const live: PoolFacts = {
  poolId: "eu-west-1_AbCdEfGhI",
  fetchedAt: "",
  source: "profile dev",
  tier: "LITE",
  domain: null,
  resourceServers: [{ identifier: "old", scopes: [{ name: "read" }] }],
  identityProviders: [{ name: "Google" }],
  attributes: [{ name: "custom:plan" }, { name: "email", required: true }],
};
const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolTier: ESSENTIALS
      Schema: [{ Name: tenant, AttributeDataType: String }]
  Api:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      { UserPoolId: !Ref Pool, Identifier: new, Name: n, Scopes: [{ ScopeName: read, ScopeDescription: r }] }
  Web:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Api
    Properties:
      UserPoolId: !Ref Pool
      GenerateSecret: true
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, old/read, new/read, none/read]
      CallbackURLs: [https://app.acme-shop.com]
      SupportedIdentityProviders: [COGNITO, Google, Facebook]
      ExplicitAuthFlows: [ALLOW_USER_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
      PreventUserExistenceErrors: ENABLED
      ReadAttributes: ["custom:plan", "custom:tenant", "custom:none"]
`;
const about = (dialect: "yaml" | "json", pools: ReadonlyMap<string, string> | undefined, text: string = template) => {
  const document = opened(dialect === "yaml" ? text : templateAsJson(text), dialect) as SpecDocument;
  const context = {
    settings: { preset: "recommended", rules: {} },
    facts: new Map([[live.poolId, live]]),
    poolsOfTemplate: pools,
  } as const;
  return check(document, context)
    .filter(({ rule }) => /-not-found|domain|tier/.test(rule.id))
    .map((finding) => told(finding).replace("/Resources/Web/Properties/", ""));
};

describe.each(["yaml", "json"] as const)("a pool that a template's name is connected to, in %s", (dialect) => {
  test("counts together with what the same deploy adds to it", () => {
    expect(about(dialect, new Map([["Pool", live.poolId]]))).toEqual([
      "info domain-missing AllowedOAuthFlowsUserPoolClient",
      "warning scope-not-found AllowedOAuthScopes/3",
      "warning idp-not-found SupportedIdentityProviders/2",
      "warning read-attribute-not-found ReadAttributes/2",
    ]);
  });

  test("is not asked where no name is connected", () => {
    expect(about(dialect, undefined)).toContain("warning scope-not-found AllowedOAuthScopes/1");
    expect(about(dialect, new Map([["Other", live.poolId]]))).toContain("warning scope-not-found AllowedOAuthScopes/1");
  });

  test("is known by the app client's name where the pool comes from elsewhere", () => {
    const imported = template
      .replace("Web:", "Web: #")
      .replace("UserPoolId: !Ref Pool\n      Gen", "UserPoolId: !ImportValue pool\n      Gen");
    expect(about(dialect, undefined, imported)).toEqual([]);
    expect(about(dialect, new Map([["Web", live.poolId]]), imported)).toContain(
      "warning idp-not-found SupportedIdentityProviders/2",
    );
  });
});

test("what is not known of the live pool stays unknown", () => {
  const known: PoolFacts = { poolId: live.poolId, fetchedAt: "" };
  const own: PoolFacts = { poolId: "Pool", fetchedAt: "", identityProviders: [{ name: "Google" }], domain: null };
  expect(poolAtDeploy(known, own)).toEqual(known);
  expect(poolAtDeploy(undefined, own)).toBe(own);
  expect(poolAtDeploy(known, undefined)).toBe(known);
});
