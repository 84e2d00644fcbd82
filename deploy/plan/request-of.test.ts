import { describe, expect, test } from "vitest";
import { mergedRequest } from "./request-of.ts";

describe.each([
  [
    "yaml",
    "UserPoolId: eu-west-1_AbCdEfGhI\nClientName: m2m\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [a/b]\n",
  ],
  [
    "json",
    '{"UserPoolId": "eu-west-1_AbCdEfGhI", "ClientName": "m2m", "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["a/b"]}',
  ],
] as const)("what an update asks for, in %s", (dialect, text) => {
  const errors = (set?: { [key: string]: number | boolean }) => {
    const merged = mergedRequest({ name: "m2m", dialect, text }, 0, set);
    if (!merged.ok) throw new Error(merged.problem.message);
    return merged.value
      .findings(undefined, undefined)
      .filter(({ severity }) => severity === "error")
      .map(({ ruleId }) => ruleId);
  };

  test("an app client that exists may have its secret, whatever the file says of it", () => {
    expect(errors()).toEqual([]);
    expect(errors({ GenerateSecret: true })).toEqual([]);
  });

  test("what no update may have stops it", () =>
    expect(errors({ AuthSessionValidity: 2 })).toEqual(["auth-session-validity-range"]));
});
