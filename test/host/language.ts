import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findings, show, until } from "./editor.ts";
import { measured } from "./measured.ts";

const broken = {
  "broken.cognito-client.yaml": "UserPoolId: us-east-1_abc123\nClientName: web\nPreventUserExistenceErrors: MAYBE\n",
  "broken.cognito-client.json":
    '{\n  "UserPoolId": "us-east-1_abc123",\n  "ClientName": "web",\n  "PreventUserExistenceErrors": "MAYBE"\n}\n',
};

const completions = async (document: vscode.TextDocument, line: number, character: number): Promise<string[]> => {
  const position = new vscode.Position(line, character);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
};

for (const [name, text] of Object.entries(broken)) {
  describe(name, () => {
    it("gets its finding, with a code that links to the rule", async () => {
      const start = performance.now();
      const document = await show(name, text);
      const [finding, ...more] = await findings(document);
      measured[`opening ${name} → diagnostics`] = performance.now() - start;
      assert.ok(finding);
      assert.deepEqual(more, []);
      assert.equal(document.getText(finding.range).replaceAll('"', ""), "MAYBE");
      assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
      // The page opens in the editor, offline.
      assert.ok(typeof finding.code === "object");
      assert.equal(`${finding.code.target.scheme}:${finding.code.target.path}`, "command:cognitoClient.openPage");
    });

    it("is mended by its quick fix", async () => {
      const document = await show(`mended-${name}`, text.replace("MAYBE", "enabled"));
      const [finding] = await findings(document);
      assert.ok(finding);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
      const fix = actions.find(({ isPreferred }) => isPreferred) ?? actions[0];
      assert.ok(fix?.edit, "no fix with an edit");
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      assert.equal(document.getText(), text.replace("MAYBE", "ENABLED"));
      await until(() => vscode.languages.getDiagnostics(document.uri).length === 0);
    });
  });
}

describe("Completion", () => {
  it("offers the property names that are not there yet, in YAML", async () => {
    const document = await show("complete.cognito-client.yaml", "ClientName: web\n\n");
    const labels = await completions(document, 1, 0);
    assert.ok(labels.includes("CallbackURLs"), labels.join());
    assert.ok(!labels.includes("ClientName"), labels.join());
  });

  it("offers enum values in JSON", async () => {
    const document = await show("complete.cognito-client.json", '{ "PreventUserExistenceErrors": "" }\n');
    const labels = (await completions(document, 0, 33)).map((label) => label.replaceAll('"', ""));
    assert.ok(labels.includes("ENABLED") && labels.includes("LEGACY"), labels.join());
  });

  it("offers OAuth scopes in a list", async () => {
    const document = await show("scopes.cognito-client.yaml", "AllowedOAuthScopes:\n  - \n");
    assert.ok((await completions(document, 1, 4)).includes("openid"));
  });
});

describe("Hover", () => {
  it("explains a property", async () => {
    const document = await show("hover.cognito-client.yaml", "CallbackURLs: []\n");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new vscode.Position(0, 3),
    );
    const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)));
    assert.match(text.join("\n"), /callback/i);
  });
});

describe("Formatting", () => {
  it("formats a JSON spec and keeps its comments", async () => {
    const document = await show(
      "format.cognito-client.jsonc",
      '{"ClientName":"web", // ours\n"GenerateSecret":true}\n',
    );
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      "vscode.executeFormatDocumentProvider",
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), '{\n  "ClientName": "web", // ours\n  "GenerateSecret": true\n}\n');
  });
});
