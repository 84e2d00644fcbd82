import { expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { parseSpec } from "../document/parse.ts";
import { check } from "../features/check.ts";

const at = (secret: string) => `UserPoolId: us-east-1_A\nClientSecret: ${secret}`;
const long = "a1_+".repeat(16);

testRule("client-secret-format", {
  accept: [
    { why: "24 characters", yaml: at(long.slice(0, 24)) },
    { why: "64 characters", yaml: at(long) },
    { why: "a placeholder", yaml: at("${SECRET}") },
    {
      why: "in an update the member itself is refused",
      yaml: "UserPoolId: us-east-1_A\nClientId: abc\nClientSecret: short",
      also: ["update-cannot-set-secret"],
    },
    {
      why: "an answer's secret is AWS's own",
      yaml: "ClientId: abc\nClientSecret: short\nCreationDate: 1",
      also: ["response-only-property"],
    },
  ],
  reject: [
    {
      yaml: at(`‹${"a".repeat(23)}›`),
      message: /^ClientSecret has 23 characters, and 24 are the least/,
      fixes: [
        {
          title: "Let Cognito generate the secret",
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nGenerateSecret: true",
        },
      ],
    },
    { yaml: at(`‹${long}a›`), message: /has 65 characters, and 64 are the most/ },
    { yaml: at('‹""›'), message: /is empty/ },
    { yaml: at(`‹${"a".repeat(30)}/=›`), message: /^ClientSecret contains "\/" and "="/ },
    {
      yaml: `GenerateSecret: false\n${at("‹short›")}`,
      fixes: [
        {
          title: "Let Cognito generate the secret",
          safe: false,
          yaml: "GenerateSecret: true\nUserPoolId: us-east-1_A",
        },
      ],
    },
  ],
});

test("never repeats the secret", () => {
  const secret = "hunter2-correct-horse-battery";
  for (const finding of check(parseSpec(at(secret), "yaml"), { settings: { preset: "strict", rules: {} } })) {
    const fixes = finding.fixes?.() ?? [];
    expect(JSON.stringify([finding.message, finding.data, fixes])).not.toContain("hunter2");
  }
});
