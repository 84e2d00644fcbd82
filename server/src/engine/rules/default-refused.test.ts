import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const client = (days: string) =>
  `  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n      RefreshTokenValidity: ${days}\n`;
const days = (value: string) => `Parameters:\n  Days:\n    Type: Number\n    Default: ${value}\n`;

testTemplateRule("default-refused", {
  accept: [
    { why: "a good default", yaml: template(client("!Ref Days"), days("30")) },
    { why: "nobody uses it", yaml: template(client("30"), days("0")) },
    {
      why: "a condition speaks of it",
      yaml: template(
        client("!If [Set, !Ref Days, 30]"),
        `${days("0")}Conditions:\n  Set: !Not [!Equals [!Ref Days, 0]]\n`,
      ),
    },
  ],
  reject: [
    {
      why: "0 is refused by the resource",
      yaml: template(client("!Ref Days"), days("‹0›")),
      message: "A deploy that does not set Days uses this for RefreshTokenValidity, where it is refused",
      severity: "info",
      path: "/Parameters/Days/Default",
    },
  ],
});
