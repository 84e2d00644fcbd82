import { describe, expect, test } from "vitest";
import type { Section } from "../aws/shared-config.ts";
import { credentialProblem, signIn, sourceOf } from "./credential-problem.ts";
import type { Profile } from "./profile.ts";

const sso = { sso_session: "corp", sso_account_id: "1", sso_role_name: "Dev" };
const role = "arn:aws:iam::1:role/x";

describe("where credentials really come from", () => {
  const profiles = new Map<string, Section>([
    ["sso", sso],
    ["one", { role_arn: role, source_profile: "sso" }],
    ["two", { role_arn: role, source_profile: "one" }],
    ["loop a", { role_arn: role, source_profile: "loop b" }],
    ["loop b", { role_arn: role, source_profile: "loop a" }],
    ["self", { role_arn: role, source_profile: "self", aws_access_key_id: "a", aws_secret_access_key: "b" }],
    ["lost", { role_arn: role, source_profile: "gone" }],
  ]);

  test.each([
    ["sso", "sso", "SSO"],
    ["two", "sso", "SSO"],
    ["self", "self", "role"],
    ["lost", "gone", "no credentials"],
  ])("%s: %s", (name, source, kind) => {
    expect(sourceOf(name, profiles)).toEqual({ name: source, kind });
  });

  test("a loop ends", () => {
    expect(sourceOf("loop a", profiles).kind).toBe("role");
  });
});

test.each([
  ["dev", "aws sso login --profile dev"],
  ["my dev", "aws sso login --profile 'my dev'"],
  ["a'; rm -rf ~; '", "aws sso login --profile 'a'\\''; rm -rf ~; '\\'''"],
  ["$(touch x)", "aws sso login --profile '$(touch x)'"],
])("the command to sign in as %j is safe in a shell", (name, command) => {
  expect(signIn({ name, kind: "SSO" })).toEqual({ kind: "sign-in", command, profile: name });
});

test("what a provider says is not repeated", () => {
  const profile: Profile = { choice: { kind: "profile", name: "dev" }, label: "dev", kind: "process", named: false };
  const error = new Error("Command failed: get-keys --password canary\ncanary on stderr");
  const problem = credentialProblem(profile, { name: "dev", kind: "process" }, error);
  expect(JSON.stringify(problem)).not.toContain("canary");
  expect(problem).toMatchObject({ kind: "credentials", next: { kind: "retry" } });
});
