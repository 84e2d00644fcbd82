import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CallError } from "../aws/call-error.ts";
import { claimOf, claims, claimsTable } from "./claims.ts";

test("docs/creating.md shows the table that is acted on", () => {
  expect(readFileSync(new URL("../../docs/creating.md", import.meta.url), "utf8")).toContain(`\n${claimsTable()}\n`);
});

test("each kind of answer stands in one row", () => {
  const kinds = claims.flatMap((claim) => claim.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
});

test("what may have happened is never told as not done", () => {
  for (const fate of ["failed", "no answer"] as const) {
    const { kind } = new CallError({ operation: "CreateUserPoolClient", name: "AnyException" }, fate);
    expect(claimOf(kind)).toMatchObject({ next: "look", says: ["done", "unknown"] });
  }
});

test.each([
  "TooManyRequestsException",
  "ThrottlingException",
  "ThrottledException",
  "Throttling",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
])("%s is waited out", (name) => {
  expect(claimOf(new CallError({ operation: "UpdateUserPoolClient", name }, "refused").kind).next).toBe("wait");
});

test("an answer of a name that nobody knows is a refusal", () => {
  const { kind } = new CallError({ operation: "UpdateUserPoolClient", name: "BrandNewException" }, "refused");
  expect(claimOf(kind)).toMatchObject({ next: "stop", says: ["not-done"] });
});
