import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension, findings, show, until } from "./editor.ts";
import { measured } from "./measured.ts";
import { serversRunning } from "./processes.ts";

describe("Activation", () => {
  it("stays asleep for JSON", async () => {
    const json = await show("package.json", '{ "name": "other" }\n');
    // Completion makes VS Code wait for every extension that wants this language.
    await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", json.uri, new vscode.Position(0, 0));
    assert.equal(extension().isActive, false);
  });

  it("only listens where YAML is not ours: no server runs", async () => {
    const start = performance.now();
    const yaml = await show("settings.yaml", "services: {}\n");
    assert.equal(yaml.languageId, "yaml");
    await until(() => extension().isActive);
    measured["opening YAML that is not ours → extension active"] = performance.now() - start;
    await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", yaml.uri, new vscode.Position(0, 0));
    assert.equal(serversRunning(), 0);
  });

  it("starts the server with the first spec", async () => {
    const start = performance.now();
    const document = await show("first.cognito-client.yaml", "ClientName: web\nUserPoolId: 1\n");
    assert.equal(document.languageId, "cognito-client-yaml");
    await findings(document);
    measured["opening the first spec → diagnostics"] = performance.now() - start;
    assert.equal(serversRunning(), 1);
  });

  it("registers every command that it contributes", async () => {
    const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
    assert.ok(contributes.commands.length > 1);
  });

  it("gives every file name of ours its language", async () => {
    const names = {
      "a.cognito-client.json": "cognito-client-json",
      "a.cognito-client.jsonc": "cognito-client-json",
      "cognito-client.json": "cognito-client-json",
      "a.cognito-client.yaml": "cognito-client-yaml",
      "a.cognito-client.yml": "cognito-client-yaml",
      "cognito-client.yml": "cognito-client-yaml",
      "cognito-app-client.yaml": "cognito-client-yaml",
      "web.cognito-app-client.json": "cognito-client-json",
    };
    for (const [name, language] of Object.entries(names)) {
      const { languageId } = await show(name, name.includes("json") ? "{}\n" : "ClientName: a\n");
      assert.equal(languageId, language, name);
    }
  });
});
