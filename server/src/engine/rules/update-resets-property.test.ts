import { expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { membersFor } from "../catalogue/properties.ts";
import { parseSpec } from "../document/parse.ts";
import { check } from "../features/check.ts";

const resettable = membersFor("update").filter((member) => member.omittedInUpdate?.is === "reset");
const full = resettable
  .map(({ name, value: { type } }) => `${name}: ${type === "boolean" ? "false" : "[]"}`)
  .join("\n");

testRule("update-resets-property", {
  accept: [
    { why: "a new app client has nothing to reset", yaml: "UserPoolId: us-east-1_A\nClientName: web" },
    {
      why: "everything is named",
      yaml: `UserPoolId: us-east-1_A\nClientId: a\n${full}`,
    },
    { why: "off by default", yaml: "UserPoolId: us-east-1_A\nClientId: a", preset: "recommended" },
  ],
  reject: [
    {
      yaml: "UserPoolId: us-east-1_A\n‹ClientId›: a",
      json: '{ "UserPoolId": "us-east-1_A", ‹"ClientId"›: "a" }',
      severity: "info",
      message:
        /^UpdateUserPoolClient resets what you leave out: here ExplicitAuthFlows, AllowedOAuthFlowsUserPoolClient, SupportedIdentityProviders, AllowedOAuthScopes, AllowedOAuthFlows and \d+ more\. /,
    },
    {
      why: "a sixth takes no more room than its number would",
      yaml: `UserPoolId: us-east-1_A\n‹ClientId›: a\n${full.split("\n").slice(0, -6).join("\n")}`,
      message: /here (?:\w+, ){4}\w+ and \w+\. /,
    },
    {
      why: "from the seventh on they are counted",
      yaml: `UserPoolId: us-east-1_A\n‹ClientId›: a\n${full.split("\n").slice(0, -7).join("\n")}`,
      message: /here (?:\w+, ){4}\w+ and 2 more\. /,
    },
    {
      why: "the one that is missing",
      yaml: `UserPoolId: us-east-1_A\n‹ClientId›: a\n${full.replace("LogoutURLs: []\n", "")}`,
      message: /here LogoutURLs\. /,
    },
  ],
});

test("does not name what an update keeps, or may keep", () => {
  const [finding] = check(parseSpec("UserPoolId: us-east-1_A\nClientId: a", "yaml"), {
    settings: {
      preset: "strict",
      rules: {},
    },
  }).filter(({ rule }) => rule.id === "update-resets-property");
  expect(finding?.data?.["missing"]).not.toMatch(
    /ClientName|Rotation|Validity|Revocation|PreventUser|Propagate|DefaultRedirect|Analytics|Secret/,
  );
});
