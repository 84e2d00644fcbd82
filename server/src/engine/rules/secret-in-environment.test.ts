import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const client =
  "  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n      GenerateSecret: true\n";
const api = (value: string) =>
  `  Api:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          CLIENT: ${value}\n`;

testTemplateRule("secret-in-environment", {
  accept: [{ why: "the id is public", yaml: template(client + api("!Ref WebClient")) }],
  reject: [
    {
      why: "whoever may read the configuration reads it",
      yaml: template(client + api("‹!GetAtt WebClient.ClientSecret›")),
      message: "This puts the secret of WebClient into a plain environment variable",
      severity: "info",
      path: "/Resources/Api/Properties/Environment/Variables/CLIENT",
    },
    {
      why: "SAM's globals count, too",
      yaml: template(
        client,
        "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Environment:\n      Variables:\n        CLIENT: ‹!GetAtt WebClient.ClientSecret›\n",
      ),
      message: "This puts the secret of WebClient into a plain environment variable",
      severity: "info",
      path: "/Globals/Function/Environment/Variables/CLIENT",
    },
  ],
});
