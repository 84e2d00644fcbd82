import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (rest: string) => `UserPoolId: us-east-1_A\nClientId: abc\n${rest}`;

testRule("update-cannot-set-secret", {
  accept: [
    { why: "a new app client may", yaml: "UserPoolId: us-east-1_A\nClientName: web\nGenerateSecret: true" },
    { why: "so may one with a secret of its own", yaml: "ClientName: web\nClientSecret: abcdefghijklmnopqrstuvwx" },
    { why: "an update without", yaml: at("") },
    {
      why: "an answer is response-only-property's",
      yaml: `${at("ClientSecret: x")}\nCreationDate: 1`,
      also: ["response-only-property"],
    },
  ],
  reject: [
    {
      yaml: "ClientName: a\nClientId: b\n‹GenerateSecret›: false",
      fixes: [
        { title: "Remove GenerateSecret", safe: true },
        { title: "Remove ClientId, to create a new app client", safe: false },
      ],
    },
    {
      yaml: at("ClientName: x\n‹GenerateSecret›: true\n"),
      json: '{ "UserPoolId": "us-east-1_A", "ClientId": "abc", "ClientName": "x", ‹"GenerateSecret"›: true }',
      severity: "error",
      message:
        "ClientId makes this an update, and UpdateUserPoolClient has no GenerateSecret: a secret cannot be given or taken later. Remove GenerateSecret, or ClientId to create a new app client.",
      fixes: [
        {
          title: "Remove GenerateSecret",
          safe: false,
          yaml: at("ClientName: x\n"),
          json: '{ "UserPoolId": "us-east-1_A", "ClientId": "abc", "ClientName": "x" }',
        },
        {
          title: "Remove ClientId, to create a new app client",
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nClientName: x\nGenerateSecret: true\n",
        },
      ],
    },
    { yaml: at("ClientName: x\n‹GenerateSecret›: false\n‹ClientSecret›: abcdefghijklmnopqrstuvwx\n") },
    {
      why: "whatever its type",
      yaml: at("ClientName: x\n‹GenerateSecret›: 'no'\n"),
      fixes: [{ title: "Remove GenerateSecret", safe: false }],
    },
    {
      why: "without a name it cannot become a new one",
      yaml: at("‹GenerateSecret›: true\n"),
      fixes: [{ title: "Remove GenerateSecret", safe: false }],
    },
  ],
});
