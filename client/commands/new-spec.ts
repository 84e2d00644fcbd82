import * as vscode from "vscode";
import { type Answer, ask } from "../ask/step.ts";
import { type LanguageId, languageIds } from "../languages.ts";
import { reached } from "./reached.ts";
import { proposedName, withSpecName } from "./spec-name.ts";
import { type Starter, startersOf } from "./starters.ts";

type Place = "untitled" | "file";

/** *New Spec…*: application type, language, then an untitled editor or a file, with the placeholders as tab stops. */
export async function newSpec(extensionUri: vscode.Uri): Promise<void> {
  const [json, yaml] = languageIds;
  const starters = { [json]: await read(extensionUri, "json"), [yaml]: await read(extensionUri, "yaml") };
  const title = vscode.l10n.t("New Spec");
  const answers: { type?: string; language?: LanguageId } = {};
  let step = 1;
  for (;;) {
    const at = { title, step, totalSteps: 3 };
    if (step === 1) {
      const type = await askType(at, starters[yaml]);
      if (type.kind !== "picked") return;
      answers.type = type.value;
    } else if (step === 2) {
      const language = await askLanguage(at);
      if (language.kind === "dismissed") return;
      if (language.kind === "picked") answers.language = language.value;
      else {
        step = 1;
        continue;
      }
    } else {
      const place = await askPlace(at);
      if (place.kind === "dismissed") return;
      if (place.kind === "picked") {
        const language = answers.language ?? json;
        const starter = starters[language].find((one) => one.title === answers.type);
        if (starter) await write(starter, language, place.value);
        return;
      }
      step = 2;
      continue;
    }
    step++;
  }
}

interface At {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

function askType(at: At, starters: readonly Starter[]): Promise<Answer<string>> {
  return ask({
    ...at,
    placeholder: vscode.l10n.t("What kind of application is it for?"),
    choices: starters.map(({ title, description }) => ({ label: title, detail: description, value: title })),
  });
}

function askLanguage(at: At): Promise<Answer<LanguageId>> {
  const [json, yaml] = languageIds;
  return ask<LanguageId>({
    ...at,
    placeholder: vscode.l10n.t("JSON or YAML?"),
    choices: [
      { label: "YAML", detail: "aws cognito-idp create-user-pool-client --cli-input-yaml", value: yaml },
      { label: "JSON", detail: "aws cognito-idp create-user-pool-client --cli-input-json", value: json },
    ],
  });
}

function askPlace(at: At): Promise<Answer<Place>> {
  return ask<Place>({
    ...at,
    placeholder: vscode.l10n.t("Where to?"),
    choices: [
      { label: vscode.l10n.t("Untitled editor"), detail: vscode.l10n.t("save it later, or never"), value: "untitled" },
      { label: vscode.l10n.t("New file…"), detail: vscode.l10n.t("choose its folder and name"), value: "file" },
    ],
  });
}

async function write({ body }: Starter, language: LanguageId, place: Place): Promise<void> {
  const document =
    place === "file" ? await newFile(language, body) : await vscode.workspace.openTextDocument({ language });
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document);
  // A starter fills the file: what the user chose to overwrite goes.
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.insertSnippet(new vscode.SnippetString(`${body}\n`), whole);
  if (place === "file") await document.save();
  reached("newSpec");
}

/** Asks for a name and makes the file, under a name that tells that it is a spec; nothing is overwritten unasked. */
async function newFile(language: LanguageId, body: string): Promise<vscode.TextDocument | undefined> {
  const syntax = language === languageIds[1] ? "yaml" : "json";
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t("New Spec"),
    filters: { [syntax === "yaml" ? "YAML" : "JSON"]: syntax === "yaml" ? ["yaml", "yml"] : ["json", "jsonc"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, proposedName(body, syntax)) }),
  });
  if (!chosen) return undefined;
  const uri = chosen.with({ path: withSpecName(chosen.path, syntax) });
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  if (uri.path !== chosen.path) {
    // VS Code asked about the name that was typed, not about this one.
    if ((await exists(uri)) && !(await overwrites(name))) return undefined;
    vscode.window.setStatusBarMessage(
      vscode.l10n.t("Named {0}, so that it is a spec wherever it is opened.", name),
      10_000,
    );
  }
  await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  const document = await vscode.workspace.openTextDocument(uri);
  // The user's own files.associations may say otherwise.
  return document.languageId === language ? document : vscode.languages.setTextDocumentLanguage(document, language);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function overwrites(name: string): Promise<boolean> {
  const overwrite = vscode.l10n.t("Overwrite");
  const question = vscode.l10n.t("{0} exists already. Overwrite it?", name);
  return (await vscode.window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite;
}

async function read(extensionUri: vscode.Uri, syntax: "json" | "yaml"): Promise<Starter[]> {
  const file = vscode.Uri.joinPath(extensionUri, `snippets/${syntax}.json`);
  return startersOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
}
