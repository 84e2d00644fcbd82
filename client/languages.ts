import type * as vscode from "vscode";
import { ENVIRONMENTS_FILES, specLanguages } from "../server/src/file-names.ts";

const [json, yaml] = specLanguages;

/** The two language ids of specs. Our features, commands and diagnostics reach these documents only. */
export const languageIds = [json.id, yaml.id] as const;

export type LanguageId = (typeof languageIds)[number];

export function isSpec(document: Pick<vscode.TextDocument, "languageId"> | undefined): boolean {
  return document !== undefined && (languageIds as readonly string[]).includes(document.languageId);
}

/** Names of spec files, for `workspace.findFiles`: one brace group without another inside, which its search does not find. */
export const specFiles = oneOf(
  specLanguages.flatMap(({ extensions, filenames }) => [...extensions.map((ending) => `*${ending}`), ...filenames]),
);

/** Environments files, as a glob for selectors and watchers. */
export const environmentsFiles = oneOf(ENVIRONMENTS_FILES);

function oneOf(names: readonly string[]): string {
  return `{${names.map((name) => `**/${name}`).join(",")}}`;
}

/** The file's name, for titles and messages. Whoever puts it into a notification passes it through `forNotification`. */
export function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.split("/").at(-1) ?? uri.path;
}
