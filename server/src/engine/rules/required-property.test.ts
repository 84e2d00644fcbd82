import { expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { parseSpec } from "../document/parse.ts";
import { check } from "../features/check.ts";

testRule("required-property", {
  accept: [
    { why: "both are there", yaml: "UserPoolId: us-east-1_A\nClientName: web" },
    { why: "a placeholder is a value", yaml: "UserPoolId: <pool>\nClientName: ${NAME}" },
    { why: "an update without ClientName is legal: the name is kept", yaml: "UserPoolId: us-east-1_A\nClientId: abc" },
    {
      why: "a misspelt one is unknown-property's",
      yaml: "pool_id: us-east-1_A\nName: web",
      also: ["unknown-property"],
    },
    {
      why: "a key without a value is wrong-type's",
      yaml: "UserPoolId:\nClientName: null",
      also: ["wrong-type"],
      only: "yaml",
    },
    { why: "absent rotation needs no Feature", yaml: "UserPoolId: us-east-1_A\nClientName: web" },
    {
      why: "a misspelt Feature is unknown-property's",
      yaml: "UserPoolId: us-east-1_A\nClientName: web\nRefreshTokenRotation: { feature: ENABLED }",
      also: ["unknown-property"],
    },
    {
      why: "a rotation that cannot be known",
      yaml: "UserPoolId: us-east-1_A\nClientName: web\nRefreshTokenRotation: !Ref R",
      only: "yaml",
    },
    {
      why: "a merged member is there",
      yaml: "x: &x { ClientName: web }\nUserPoolId: us-east-1_A\n<<: *x",
      also: ["unknown-property"],
      only: "yaml",
    },
    {
      why: "with a syntax error nothing is certainly absent",
      yaml: "ClientName: web\n\tx",
      only: "yaml",
      also: ["syntax-error", "unknown-property"],
    },
    {
      why: "an answer with both",
      yaml: "UserPoolClient: { UserPoolId: us-east-1_A, ClientName: web, ClientId: a, CreationDate: 1 }",
      also: ["response-only-property"],
    },
  ],
  reject: [
    {
      yaml: "‹ClientName›: web # site\n",
      json: '{ ‹"ClientName"›: "web" }',
      message: "UserPoolId is missing: it says which user pool will own the app client, and AWS requires it. Add it.",
      fixes: [
        {
          title: "Add UserPoolId",
          safe: false,
          yaml: "UserPoolId: us-east-1_EXAMPLE\nClientName: web # site\n",
          json: '{ "UserPoolId": "us-east-1_EXAMPLE", "ClientName": "web" }',
        },
      ],
    },
    {
      yaml: "‹UserPoolId›: us-east-1_A\nCallbackURLs: []\n",
      message: /^ClientName is missing: it is the label of the new app client/,
      fixes: [
        {
          title: "Add ClientName",
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nClientName: my-app-client\nCallbackURLs: []\n",
        },
      ],
    },
    { why: "an update needs its pool", yaml: "‹ClientId›: abc", message: /^UserPoolId/ },
    {
      yaml: "UserPoolId: us-east-1_A\nClientName: web\n‹RefreshTokenRotation›: {}\n",
      json: '{ "UserPoolId": "us-east-1_A", "ClientName": "web", ‹"RefreshTokenRotation"›: {} }',
      message: /^RefreshTokenRotation has no Feature/,
      fixes: [
        {
          title: "Add Feature: ENABLED",
          safe: false,
          json: '{ "UserPoolId": "us-east-1_A", "ClientName": "web", "RefreshTokenRotation": { "Feature": "ENABLED" } }',
        },
        { title: "Add Feature: DISABLED", safe: false },
      ],
    },
    {
      why: "ENABLED is not offered beside the flow that it excludes",
      yaml: "UserPoolId: us-east-1_A\nClientName: web\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]\n‹RefreshTokenRotation›:\n  RetryGracePeriodSeconds: 0\n",
      fixes: [
        {
          title: "Add Feature: DISABLED",
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nClientName: web\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]\nRefreshTokenRotation:\n  Feature: DISABLED\n  RetryGracePeriodSeconds: 0\n",
        },
      ],
    },
  ],
});

test("an object without members lacks both", () => {
  const found = check(parseSpec("{}", "jsonc"), { settings: { preset: "recommended", rules: {} } }).filter(
    ({ rule }) => rule.id === "required-property",
  );
  expect(found.map(({ data }) => data?.["member"])).toEqual(["UserPoolId", "ClientName"]);
  expect(found.map(({ span }) => span)).toEqual([
    { start: 0, end: 1 },
    { start: 0, end: 1 },
  ]);
});
