import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const client = (pool: string, type = "AWS::Cognito::UserPoolClient") =>
  `  WebClient:\n    Type: ${type}\n    Properties:\n      UserPoolId: ${pool}\n`;
const other = "  Other:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref UserPool\n";

testTemplateRule("pool-reference", {
  accept: [
    { why: "a text of its own may be the id, too", yaml: template(client('!Sub "${UserPool}"')) },
    {
      why: "a name of the text's own is no resource",
      yaml: template(client('!Sub ["${UserPool}", { UserPool: !Ref Id }]')),
    },
    {
      why: "an ARN within a text is cut by somebody",
      yaml: template(client('!Select [1, !Split ["/", !Sub "${UserPool.Arn}"]]')),
    },
    { why: "Ref of a pool is its id", yaml: template(client("!Ref UserPool")) },
    { why: "so is this attribute", yaml: template(client("!GetAtt UserPool.UserPoolId")) },
    {
      why: "a parameter may be anything",
      yaml: template(client("!Ref PoolId"), "Parameters:\n  PoolId:\n    Type: String\n"),
    },
    {
      why: "an attribute of another resource may be a pool's id",
      yaml: template(client("!GetAtt Nested.Outputs.PoolId")),
    },
  ],
  reject: [
    {
      why: "the ARN in a text of its own",
      yaml: template(client('‹!Sub "${UserPool.Arn}"›')),
      message: "This is the ARN of UserPool, not the id of a user pool",
      severity: "error",
      path: "/Resources/WebClient/Properties/UserPoolId",
      fixes: [{ title: "Use !Ref UserPool", safe: false, yaml: template(client("!Ref UserPool")) }],
    },
    {
      why: "the provider name, joined with nothing, by a name of the text's own",
      yaml: template(client('‹!Join ["", [!Sub ["${Name}", { Name: !GetAtt UserPool.ProviderName }]]]›')),
      message: "This is the provider name of UserPool, not the id of a user pool",
      severity: "error",
      path: "/Resources/WebClient/Properties/UserPoolId",
      fixes: [{ title: "Use !Ref UserPool", safe: false, yaml: template(client("!Ref UserPool")) }],
    },
    {
      why: "the ARN is no id (documented)",
      yaml: template(client("‹!GetAtt UserPool.Arn›")),
      message: "This is the ARN of UserPool, not the id of a user pool",
      severity: "error",
      path: "/Resources/WebClient/Properties/UserPoolId",
      fixes: [{ title: "Use !Ref UserPool", safe: false, yaml: template(client("!Ref UserPool")) }],
    },
    {
      why: "the id of an app client",
      yaml: template(other + client("‹!Ref Other›")),
      message: "This is the id of the app client Other",
      severity: "error",
      path: "/Resources/WebClient/Properties/UserPoolId",
      fixes: [{ title: "Use !Ref UserPool", safe: false, yaml: template(other + client("!Ref UserPool")) }],
    },
  ],
});
