import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const client = (members: string) =>
  `  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n${members}`;
const kept = (value: string) =>
  `  Kept:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      SecretString: ${value}\n`;

testTemplateRule("secret-attribute-without-secret", {
  accept: [
    {
      why: "it has one",
      yaml: template(client("      GenerateSecret: true\n") + kept("!GetAtt WebClient.ClientSecret")),
    },
    {
      why: "it may have one",
      yaml: template(
        client("      GenerateSecret: !Ref Secret\n") + kept("!GetAtt WebClient.ClientSecret"),
        "Parameters:\n  Secret:\n    Type: String\n",
      ),
    },
  ],
  reject: [
    {
      why: "there is nothing to get",
      yaml: template(client("") + kept("‹!GetAtt WebClient.ClientSecret›")),
      message: "WebClient has no secret",
      severity: "warning",
      path: "/Resources/Kept/Properties/SecretString",
      fixes: [
        {
          title: "Set GenerateSecret to true on WebClient (replaces the app client)",
          safe: false,
          yaml: template(client("      GenerateSecret: true\n") + kept("!GetAtt WebClient.ClientSecret")),
        },
      ],
    },
  ],
});
