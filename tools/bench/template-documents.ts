/** CloudFormation templates of a size that is asked for: a pool, some app clients, and for the rest functions, roles and tables. */
export interface TemplateSample {
  readonly syntax: "json" | "yaml";
  readonly text: string;
}

type Resources = Record<string, { Type: string; DependsOn?: string; Properties: Record<string, unknown> }>;

/** @param bytes at least; @param clients how many app clients. */
export function templateOf(syntax: "json" | "yaml", bytes: number, clients: number): TemplateSample {
  const resources: Resources = {
    Pool: { Type: "AWS::Cognito::UserPool", Properties: { UserPoolName: "customers" } },
    Google: {
      Type: "AWS::Cognito::UserPoolIdentityProvider",
      Properties: { UserPoolId: { Ref: "Pool" }, ProviderName: "Google", ProviderType: "Google", ProviderDetails: {} },
    },
  };
  const write = syntax === "json" ? inJson : inYaml;
  const each = write({ Function0: functionOf(0), Role0: roleOf(0) }).length;
  const first = Math.round(Math.max(0, bytes - write(clientsOf(clients)).length) / each / 2);
  for (let index = 0; index < first; index++) addFunction(resources, index);
  Object.assign(resources, clientsOf(clients));
  for (let index = first; index < 2 * first; index++) addFunction(resources, index);
  return { syntax, text: write(resources) };
}

/** A file of some megabytes that holds no app client. @param comment what stands in a comment of it. */
export function otherYaml(bytes: number, comment: string): string {
  const line =
    "  - { name: service, image: registry.example.com/team/service:1.2.3, replicas: 3, host: a.example.com }\n";
  return `# ${comment}\nservices:\n${line.repeat(Math.ceil(bytes / line.length))}`;
}

function addFunction(resources: Resources, index: number): void {
  resources[`Role${index}`] = roleOf(index);
  resources[`Function${index}`] = functionOf(index);
}

function clientsOf(count: number): Resources {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Client${index}`,
      {
        Type: "AWS::Cognito::UserPoolClient",
        DependsOn: "Google",
        Properties: {
          UserPoolId: { Ref: "Pool" },
          ClientName: `web-${index}`,
          GenerateSecret: true,
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ["code"],
          AllowedOAuthScopes: ["openid", "email"],
          CallbackURLs: [`https://app${index}.example.com/callback`, `https://app${index}.example.com/silent`],
          SupportedIdentityProviders: ["COGNITO", "Google"],
          AccessTokenValidity: 60,
          TokenValidityUnits: { AccessToken: "minutes" },
          PreventUserExistenceErrors: "ENABLED",
        },
      },
    ]),
  );
}

function roleOf(index: number): Resources[string] {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: `function-${index}`,
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: ["lambda.amazonaws.com"] }, Action: ["sts:AssumeRole"] }],
      },
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
    },
  };
}

function functionOf(index: number): Resources[string] {
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      FunctionName: `function-${index}`,
      Description: `handler ${index}`,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Timeout: 30,
      Role: { "Fn::GetAtt": [`Role${index}`, "Arn"] },
      Environment: { Variables: { POOL: { Ref: "Pool" }, STAGE: "prod", LOG_LEVEL: "info" } },
      Code: { S3Bucket: "artifacts", S3Key: `function-${index}.zip` },
    },
  };
}

function inJson(resources: Resources): string {
  return `${JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources: resources }, null, 2)}\n`;
}

function inYaml(resources: Resources): string {
  return `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${lines(resources, "  ")}`;
}

function lines(value: object, indent: string): string {
  return Object.entries(value)
    .map(([key, inner]) => `${indent}${key}:${below(inner, indent)}`)
    .join("");
}

function below(value: unknown, indent: string): string {
  if (Array.isArray(value)) return `\n${value.map((each) => `${indent}  -${item(each, indent)}`).join("")}`;
  if (typeof value !== "object" || value === null) return ` ${plain(value)}\n`;
  if ("Ref" in value) return ` !Ref ${value.Ref}\n`;
  if ("Fn::GetAtt" in value) return ` !GetAtt ${(value["Fn::GetAtt"] as string[]).join(".")}\n`;
  return Object.keys(value).length === 0 ? " {}\n" : `\n${lines(value, `${indent}  `)}`;
}

function item(value: unknown, indent: string): string {
  return typeof value === "object" && value !== null
    ? ` ${lines(value, `${indent}    `).trimStart()}`
    : ` ${plain(value)}\n`;
}

function plain(value: unknown): string {
  return typeof value === "string" && /^[\d{]|: /.test(value) ? JSON.stringify(value) : String(value);
}
