import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

const server = (identifier = "orders", name = "Orders") =>
  `  Orders:\n    Type: AWS::Cognito::UserPoolResourceServer\n    Properties:\n      UserPoolId: !Ref UserPool\n      Identifier: ${identifier}\n      Name: ${name}\n      Scopes: [{ ScopeName: read, ScopeDescription: Read }]\n`;
const client = (scope: string, head = "") =>
  `  Batch:\n    Type: AWS::Cognito::UserPoolClient\n${head}    Properties:\n      UserPoolId: !Ref UserPool\n      AllowedOAuthScopes:\n        - ${scope}\n`;

testTemplateRule("depends-on-resource-server", {
  accept: [
    { why: "it depends on it", yaml: template(server() + client("orders/read", "    DependsOn: [Orders]\n")) },
    { why: "Sub refers to it", yaml: template(server() + client("!Sub '${Orders}/read'")) },
    { why: "a scope of another server", yaml: template(server() + client("invoices/read")) },
  ],
  reject: [
    {
      why: "a race (observed)",
      yaml: template(server() + client("‹orders/read›")),
      message: "Orders makes the resource server of this scope, but nothing says that it comes before this app client",
      severity: "warning",
      path: "/Resources/Batch/Properties/AllowedOAuthScopes/0",
      fixes: [
        {
          title: "Add DependsOn: Orders",
          safe: false,
          yaml: template(server() + client("orders/read", "    DependsOn: Orders\n")),
        },
        { title: "Write !Sub ${Orders}/read", safe: false, yaml: template(server() + client("!Sub '${Orders}/read'")) },
      ],
    },
    {
      why: "a resource server that refers to the app client itself: neither can come first",
      yaml: template(server("orders", "!Sub 'Orders of ${Batch}'") + client("‹orders/read›")),
      message:
        /^Orders makes the resource server of this scope, and itself comes after this app client: the two need each other, (?!.*depend on)/,
      severity: "warning",
      path: "/Resources/Batch/Properties/AllowedOAuthScopes/0",
    },
    {
      why: "both sides are the same expression, written in two ways",
      yaml: template(
        server("!Sub '${AWS::StackName}-api'") +
          client("!Join ['/', ‹[!Sub '${AWS::StackName}-api', read]›]")
            .replace("!Join ['/', ‹[", "‹!Join ['/', [")
            .replace("]›]", "]]›"),
      ),
      message: "Orders makes the resource server of this scope",
      severity: "warning",
      path: "/Resources/Batch/Properties/AllowedOAuthScopes/0",
      fixes: [
        {
          title: "Add DependsOn: Orders",
          safe: false,
          yaml: template(
            server("!Sub '${AWS::StackName}-api'") +
              client("!Join ['/', [!Sub '${AWS::StackName}-api', read]]", "    DependsOn: Orders\n"),
          ),
        },
      ],
    },
  ],
});
