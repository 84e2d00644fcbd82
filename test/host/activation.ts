import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension, show, until } from "./editor.ts";
import { measured } from "./measured.ts";

describe("Activation", () => {
  it("stays asleep for JSON and YAML that are not ours", async () => {
    await show("package.json", '{ "name": "other" }\n');
    const yaml = await show("settings.yaml", "services: {}\n");
    assert.equal(yaml.languageId, "yaml");
    // Completion makes VS Code wait for every extension that wants this language.
    await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", yaml.uri, new vscode.Position(0, 0));
    assert.equal(extension().isActive, false);
  });

  it("wakes up for a spec", async () => {
    const start = performance.now();
    const document = await show("first.cognito-client.yaml", "ClientName: web\n");
    assert.equal(document.languageId, "cognito-client-yaml");
    await until(() => extension().isActive);
    measured["opening a spec → extension active"] = performance.now() - start;
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
