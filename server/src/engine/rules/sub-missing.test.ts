import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const client = (members: string) =>
  `  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n${members}`;
const host = "Parameters:\n  Host:\n    Type: String\n";

testTemplateRule("sub-missing", {
  accept: [
    { why: "it stands in Sub", yaml: template(client("      ClientName: !Sub '${AWS::StackName}-web'\n")) },
    { why: "another tool fills it in", yaml: template(client("      ClientName: ${STAGE}-web\n")) },
    {
      why: "another function may hand it on to Sub",
      yaml: template(client("      ClientName: !Join ['', ['${Host}']]\n"), host),
    },
    {
      why: "Serverless fills such texts in itself",
      yaml: template(client("      ClientName: ${AWS::StackName}-web\n")).replace(/^AWSTemplate.*\n/, ""),
    },
  ],
  reject: [
    {
      why: "ClientName may not have these characters (observed)",
      yaml: template(client("      ClientName: ‹${AWS::StackName}-web›\n")),
      message: "${AWS::StackName} is filled in only inside !Sub",
      severity: "error",
      path: "/Resources/WebClient/Properties/ClientName",
      fixes: [
        {
          title: "Put !Sub before it",
          safe: false,
          yaml: template(client("      ClientName: !Sub ${AWS::StackName}-web\n")),
        },
      ],
    },
    {
      why: "an address that does not exist",
      yaml: template(client("      CallbackURLs:\n        - ‹https://${Host}/callback›\n"), host),
      message: "${Host} is filled in only inside !Sub",
      severity: "warning",
      path: "/Resources/WebClient/Properties/CallbackURLs/0",
      fixes: [
        {
          title: "Put !Sub before it",
          safe: false,
          yaml: template(client("      CallbackURLs:\n        - !Sub https://${Host}/callback\n"), host),
        },
      ],
    },
  ],
});
