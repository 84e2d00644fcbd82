import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const client = (members: string) =>
  `  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n${members}`;

testTemplateRule("template-read-only-property", {
  accept: [{ why: "these can be set", yaml: template(client("      ClientName: web\n      GenerateSecret: true\n")) }],
  reject: [
    {
      why: "the name that it is to have",
      yaml: template(client("      ‹Name›: web\n")),
      message: "CloudFormation drops Name",
      severity: "warning",
      path: "/Resources/WebClient/Properties/Name",
      fixes: [
        { title: "Rename it to ClientName", safe: false, yaml: template(client("      ClientName: web\n")) },
        { title: "Remove Name", safe: false, yaml: template(client("")) },
      ],
    },
    {
      why: "a secret of one's own cannot be set",
      yaml: template(client("      ‹ClientSecret›: '{{resolve:secretsmanager:web}}'\n      ClientName: web\n")),
      message: "CloudFormation drops ClientSecret",
      severity: "warning",
      path: "/Resources/WebClient/Properties/ClientSecret",
      fixes: [{ title: "Remove ClientSecret", safe: false, yaml: template(client("      ClientName: web\n")) }],
    },
  ],
});
