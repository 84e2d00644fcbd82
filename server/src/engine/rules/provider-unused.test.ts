import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const google = (head = "") =>
  `  ‹Google›:\n    Type: AWS::Cognito::UserPoolIdentityProvider\n${head}    Properties:\n      UserPoolId: !Ref UserPool\n      ProviderName: Google\n      ProviderType: Google\n`;
const plain = google().replace(/[‹›]/g, "");
const client = (list: string) =>
  `  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n      SupportedIdentityProviders: ${list}\n`;

testTemplateRule("provider-unused", {
  accept: [
    { why: "it is listed", yaml: template(plain + client("[COGNITO, !Ref Google]")) },
    {
      why: "a list is not known",
      yaml: template(plain + client("!Ref Providers"), "Parameters:\n  Providers:\n    Type: CommaDelimitedList\n"),
    },
    { why: "a fragment has others", yaml: template(plain + client("[COGNITO]")).replace(/^AWSTemplate.*\n/, "") },
  ],
  reject: [
    {
      why: "nobody can sign in with it",
      yaml: template(google() + client("[COGNITO]")),
      message: "No app client of this template lets users sign in with Google",
      severity: "info",
      path: "/Resources/Google",
      fixes: [
        {
          title: "Add !Ref Google to WebClient",
          safe: false,
          yaml: template(plain + client("[COGNITO, !Ref Google]")),
        },
      ],
    },
    {
      why: "the same in a block list",
      yaml: template(google() + client("\n        - COGNITO")),
      message: /Google/,
      severity: "info",
      path: "/Resources/Google",
      fixes: [
        {
          title: "Add !Ref Google to WebClient",
          safe: false,
          yaml: template(plain + client("\n        - COGNITO\n        - !Ref Google")),
        },
      ],
    },
  ],
});
