import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const client =
  "  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n      GenerateSecret: true\n";
const output = (value: string) => `Outputs:\n  Shown:\n    Value: ${value}\n`;

testTemplateRule("secret-in-output", {
  accept: [
    { why: "the id is public", yaml: template(client + output("!Ref WebClient")) },
    {
      why: "a secret in Secrets Manager",
      yaml: template(
        `${client}  Kept:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      SecretString: !GetAtt WebClient.ClientSecret\n`,
      ),
    },
  ],
  reject: [
    {
      why: "outputs are not redacted (documented)",
      yaml: template(client + output("‹!GetAtt WebClient.ClientSecret›")),
      message: "This output shows the secret of WebClient",
      severity: "warning",
      path: "/Outputs/Shown/Value",
    },
    {
      why: "also within a text",
      yaml: template(client + output("‹!Sub '${WebClient}:${WebClient.ClientSecret}'›")),
      message: "This output shows the secret of WebClient",
      severity: "warning",
      path: "/Outputs/Shown/Value",
    },
  ],
});
