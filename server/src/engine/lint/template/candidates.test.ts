import { expect, test } from "vitest";
import { findingsIn } from "../../../../../test/support/template-corpus.ts";
import { templateAsJson } from "../../../../../test/support/template-json.ts";
import { template } from "../../../../../test/support/template-tester.ts";

const days = (allowed: string) =>
  template(
    "  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n      PreventUserExistenceErrors: ENABLED\n      RefreshTokenValidity: !Ref Days\n",
    `Parameters:\n  Days:\n    Type: Number\n    AllowedValues: [${allowed}]\n`,
  );

function messages(yaml: string): string[] {
  const inYaml = findingsIn(yaml, "yaml").map(({ message }) => message);
  expect(findingsIn(templateAsJson(yaml), "json").map(({ message }) => message)).toEqual(inYaml);
  return inYaml;
}

test("what is refused with every allowed value is said with the first, and then of the others", () => {
  expect(messages(days("4000, 5000"))).toEqual([
    expect.stringMatching(/^4000 days .+\. Every other allowed value of Days is refused, too\.$/),
  ]);
});

test("a single allowed value has no others", () => {
  expect(messages(days("4000"))).toEqual([expect.not.stringContaining("other allowed value")]);
});

test("one allowed value that AWS takes is enough for silence", () => {
  expect(messages(days("4000, 30"))).toEqual([]);
});
