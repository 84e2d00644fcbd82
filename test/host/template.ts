import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findings, show, until } from "./editor.ts";

const yaml = `Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  WebClient:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      PreventUserExistenceErrors: MAYBE
`;
const json = JSON.stringify(
  {
    Resources: {
      Pool: { Type: "AWS::Cognito::UserPool" },
      WebClient: {
        Type: "AWS::Cognito::UserPoolClient",
        Properties: { UserPoolId: { Ref: "Pool" }, PreventUserExistenceErrors: "MAYBE" },
      },
    },
  },
  null,
  2,
);
const ours = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "Cognito");
const errors = (found: readonly vscode.Diagnostic[]) => found.filter(({ severity }) => severity === 0);

describe("A template", () => {
  for (const [name, text] of [
    ["template.yaml", yaml],
    ["template.json", json],
    ["stack.template", yaml],
  ] as const) {
    it(`keeps its language and gets findings: ${name}`, async () => {
      const document = await show(name, text);
      const ending = name.split(".").at(-1);
      assert.equal(document.languageId, ending === "template" ? "plaintext" : ending);
      const [error] = errors(await findings(document));
      assert.ok(error);
      assert.equal(document.getText(error.range).replaceAll('"', ""), "MAYBE");
    });
  }

  it("is noticed while it is typed, and every letter once", async () => {
    const document = await show("typed.yaml", yaml.replace("AWS::Cognito::UserPoolClient", "AWS::Cognito::"));
    assert.deepEqual(ours(document), []);
    const type = document.lineAt(4).range.end;
    for (const [index, letter] of [..."UserPoolClient"].entries()) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, type.translate(0, index), letter);
      assert.ok(await vscode.workspace.applyEdit(edit));
    }
    const [error] = errors(await findings(document));
    assert.equal(error && document.getText(error.range), "MAYBE");
    // What the server reads is what stands here: a member that is put in moves what is below by one line.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(7, 0), "      ClientName: web\n");
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(() => errors(ours(document)).some(({ range }) => range.start.line === 8));
    assert.equal(document.getText(errors(ours(document))[0]?.range), "MAYBE");
  });

  it("of a tool's output folder is left alone, and so is other YAML", async () => {
    const written = await show("cdk.out/stack.yaml", yaml);
    const other = await show("other.yaml", "PreventUserExistenceErrors: MAYBE\n");
    const template = await show("another.yaml", yaml);
    await findings(template);
    assert.deepEqual([...ours(written), ...ours(other)], []);
  });

  it("gets no second formatter and no outline from us", async () => {
    const document = await show("outline.yaml", yaml);
    await findings(document);
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    assert.deepEqual(symbols ?? [], []);
    const edits = await vscode.commands.executeCommand<unknown[] | undefined>(
      "vscode.executeFormatDocumentProvider",
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    assert.deepEqual(edits ?? [], []);
  });
});
