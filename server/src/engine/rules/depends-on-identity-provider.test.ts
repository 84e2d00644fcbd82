import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const google = (head = "", name = "Google") =>
  `  GoogleProvider:\n    Type: AWS::Cognito::UserPoolIdentityProvider\n${head}    Properties:\n      UserPoolId: !Ref UserPool\n      ProviderName: ${name}\n      ProviderType: Google\n`;
const client = (list: string, head = "") =>
  `  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n${head}    Properties:\n      UserPoolId: !Ref UserPool\n      SupportedIdentityProviders: ${list}\n`;
const has = "Parameters:\n  Id:\n    Type: String\nConditions:\n  HasGoogle: !Not [!Equals [!Ref Id, '']]\n";

testTemplateRule("depends-on-identity-provider", {
  accept: [
    { why: "it depends on it", yaml: template(google() + client("[Google]", "    DependsOn: GoogleProvider\n")) },
    { why: "Ref is its name, and orders the two", yaml: template(google() + client("[!Ref GoogleProvider]")) },
    {
      why: "by way of another resource",
      yaml: template(
        `${google()}  Wait:\n    Type: AWS::CloudFormation::WaitConditionHandle\n    DependsOn: GoogleProvider\n${client("[Google]", "    DependsOn: Wait\n")}`,
      ),
    },
    { why: "another provider", yaml: template(google("", "Other") + client("[Google]")) },
    {
      why: "a fragment may get DependsOn from elsewhere",
      yaml: template(google() + client("[Google]")).replace(/^AWSTemplate.*\n/, ""),
    },
  ],
  reject: [
    {
      why: "a race (observed)",
      yaml: template(google() + client("[COGNITO, ‹Google›]")),
      message:
        "GoogleProvider makes the identity provider Google, but nothing says that it comes before this app client",
      severity: "warning",
      path: "/Resources/WebClient/Properties/SupportedIdentityProviders/1",
      fixes: [
        {
          title: "Add DependsOn: GoogleProvider",
          safe: false,
          yaml: template(google() + client("[COGNITO, Google]", "    DependsOn: GoogleProvider\n")),
        },
        {
          title: "Write !Ref GoogleProvider",
          safe: false,
          yaml: template(google() + client("[COGNITO, !Ref GoogleProvider]")),
        },
      ],
    },
    {
      why: "what is not always made can be referred to, not depended on (cfn-lint E3005)",
      yaml: template(google("    Condition: HasGoogle\n") + client("[‹Google›]"), has),
      message: "GoogleProvider makes the identity provider Google",
      severity: "warning",
      path: "/Resources/WebClient/Properties/SupportedIdentityProviders/0",
      fixes: [
        {
          title: "Write !Ref GoogleProvider",
          safe: false,
          yaml: template(google("    Condition: HasGoogle\n") + client("[!Ref GoogleProvider]"), has),
        },
      ],
    },
    {
      why: "an error when strict; no fix closes a circle",
      preset: "strict",
      yaml: template(google("    DependsOn: WebClient\n") + client("[‹Google›]")),
      message:
        "GoogleProvider makes the identity provider Google, and itself comes after this app client: the two need each other, and a new stack is refused. Take what refers to the app client out of GoogleProvider, or what needs GoogleProvider out of the app client.",
      severity: "error",
      path: "/Resources/WebClient/Properties/SupportedIdentityProviders/0",
    },
  ],
});
