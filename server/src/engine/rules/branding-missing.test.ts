import { testRule } from "../../../../test/support/rule-tester.ts";
import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

testRule("branding-missing", {
  accept: [
    { why: "no login pages", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]" },
    { why: "the login pages are off", yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]" },
    {
      why: "an existing app client may have a style",
      yaml: "ClientId: abc\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "not to be mended in the file: silent by default",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
      preset: "recommended",
    },
  ],
  reject: [
    {
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [‹implicit›]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
    },
    {
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [‹code›]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
      message: /CreateManagedLoginBranding/,
      severity: "info",
    },
  ],
});

const web = (flow: string) => `  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref UserPool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [${flow}]
      AllowedOAuthScopes: [openid]
      CallbackURLs: [https://a.test]
`;
const domain = (version: string) => `  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties: { UserPoolId: !Ref UserPool, Domain: shop${version} }
`;
const managed = domain(", ManagedLoginVersion: 2");
const style = (client: string, more = "") => `  Style:
    Type: AWS::Cognito::ManagedLoginBranding
${more}    Properties: { UserPoolId: !Ref UserPool, ClientId: ${client}, UseCognitoProvidedValues: true }
`;
const other = "  Other: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref UserPool } }\n";
const head =
  "Parameters: { Stage: { Type: String, AllowedValues: [a, b] } }\nConditions: { IsA: !Equals [!Ref Stage, a] }\n";

testTemplateRule("branding-missing", {
  accept: [
    { why: "the template gives it a style", yaml: template(web("code") + managed + style("!Ref Web")) },
    { why: "the same, by its id", yaml: template(web("code") + managed + style("!GetAtt Web.ClientId")) },
    { why: "the domain has the classic pages", yaml: template(web("code") + domain(", ManagedLoginVersion: 1")) },
    { why: "the domain's version is not known", yaml: template(web("code") + domain("")), preset: "strict" },
    { why: "the domain is in another stack", yaml: template(web("code")), preset: "strict" },
    { why: "nobody knows whose style it is", yaml: template(web("code") + managed + style("!ImportValue web")) },
    {
      why: "another domain may be meant",
      yaml: template(web("code") + managed + managed.replace("Domain:", "Second:")),
    },
  ],
  reject: [
    {
      why: "its login pages have no style",
      yaml: template(web("‹code›") + managed),
      message: "Add an AWS::Cognito::ManagedLoginBranding",
      severity: "hint",
      path: "/Resources/Web/Properties/AllowedOAuthFlows/0",
    },
    {
      why: "the style is another one's",
      yaml: template(web("‹code›") + managed + other + style("!Ref Other")),
      message: /nothing in this template/,
      severity: "hint",
      path: "/Resources/Web/Properties/AllowedOAuthFlows/0",
    },
    {
      why: "the style is made in one case only",
      yaml: template(web("‹code›") + managed + style("!Ref Web", "    Condition: IsA\n"), head),
      message: /This is so when IsA is false/,
      severity: "hint",
      path: "/Resources/Web/Properties/AllowedOAuthFlows/0",
    },
  ],
});
