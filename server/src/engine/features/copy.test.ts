import { describe, expect, test } from "vitest";
import type { AppClient } from "../clients/app-client.ts";
import { clientsIn } from "../clients/clients-in.ts";
import { openByContent } from "../clients/open.ts";
import { parseSpec } from "../document/parse.ts";
import { asCommand, asResource, asSpec } from "./copy.ts";
import { requestOfTemplate } from "./template/request-of-template.ts";

const only = (clients: readonly AppClient[]): AppClient => {
  const [client] = clients;
  if (!client) throw new Error("There is no app client");
  return client;
};
const template = `Parameters:
  Name: { Type: String }
  Stage: { Type: String, AllowedValues: [dev, prod] }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      ClientName: !Ref Name
      ClientSecret: Zq81hHb2nQx0Zq81hHb2nQx0
      AccessTokenValidity: "60"
      GenerateSecret: !If [IsProd, true, false]
      PreventUserExistenceErrors: !If [IsProd, ENABLED, ENABLED]
      CallbackURLs:
        - https://a.test/
        - !Sub "https://\${Name}.test/"
`;
const inTemplate = () => only(clientsIn(openByContent(template, "yaml", "t.yaml") ?? parseSpec("", "yaml")));
const spec = (text: string) => only(clientsIn(parseSpec(text, text.startsWith("{") ? "json" : "yaml")));

describe("a template's app client", () => {
  test("is what holds whatever is chosen, and the rest is told with what decides it", () => {
    const { members, elsewhere } = requestOfTemplate(inTemplate()) ?? {};
    expect(members).toEqual({ AccessTokenValidity: 60, PreventUserExistenceErrors: "ENABLED" });
    expect(elsewhere).toEqual([
      { name: "UserPoolId", by: "!Ref Pool" },
      { name: "ClientName", by: "!Ref Name" },
      { name: "GenerateSecret", by: "!If IsProd" },
      { name: "CallbackURLs", by: "!Sub Name" },
    ]);
  });

  test("is copied as a spec with placeholders, and no secret", () => {
    expect(asSpec(inTemplate())).toEqual({
      text: `UserPoolId: <UserPoolId>
ClientName: <ClientName>
AccessTokenValidity: 60
GenerateSecret: <GenerateSecret>
PreventUserExistenceErrors: ENABLED
CallbackURLs:
  - https://a.test/
  - <CallbackURLs>
`,
      left: [],
      open: ["UserPoolId", "ClientName", "GenerateSecret", "CallbackURLs"],
    });
  });
});

describe("a spec", () => {
  test("is copied as a resource, without its secret and what is filled in later", () => {
    const copied = asResource(
      spec("ClientName: my web\nClientSecret: Zq81hHb2nQx0Zq81hHb2nQx0\nUserPoolId: ${POOL}\nGenerateSecret: false\n"),
    );
    expect(copied).toEqual({
      text: "MyWebClient:\n  Type: AWS::Cognito::UserPoolClient\n  Properties:\n    ClientName: my web\n    UserPoolId: <UserPoolId>\n    GenerateSecret: true\n",
      left: ["ClientSecret"],
      open: ["UserPoolId"],
    });
  });

  test("in JSON is a member of Resources", () => {
    const copied = asResource(spec('{"ClientName": "web"}'));
    expect(JSON.parse(`{${copied?.text}}`)).toEqual({
      WebClient: { Type: "AWS::Cognito::UserPoolClient", Properties: { ClientName: "web" } },
    });
  });

  test("is copied as a command that no quote breaks out of", () => {
    const copied = asCommand(spec('ClientName: "it\'s; rm -rf"\nClientSecret: Zq81hHb2nQx0Zq81hHb2nQx0\n'));
    expect(copied?.text).toBe(
      "aws cognito-idp create-user-pool-client --cli-input-json '{\n  \"ClientName\": \"it'\\''s; rm -rf\"\n}'\n",
    );
    expect(copied?.left).toEqual(["ClientSecret"]);
  });

  test("is none of a template", () => {
    expect(asResource(inTemplate())).toBeUndefined();
    expect(asCommand(inTemplate())).toBeUndefined();
    expect(asSpec(spec("ClientName: a"))).toBeUndefined();
  });
});
