import type * as vscode from "vscode";

/** The two language ids of specs. Our features, commands and diagnostics reach these documents only. */
export const languageIds = ["cognito-client-json", "cognito-client-yaml"] as const;

export type LanguageId = (typeof languageIds)[number];

export function isSpec(document: Pick<vscode.TextDocument, "languageId"> | undefined): boolean {
  return document !== undefined && (languageIds as readonly string[]).includes(document.languageId);
}

/** Names of spec files, for `workspace.findFiles`: one brace group without another inside, which its search does not find. */
export const specFiles = `{${[
  ...["json", "jsonc", "yaml", "yml"].map((ending) => `**/*.cognito-client.${ending}`),
  ...["json", "yaml", "yml"].flatMap((ending) => [
    `**/cognito-client.${ending}`,
    `**/cognito-app-client.${ending}`,
    `**/*.cognito-app-client.${ending}`,
  ]),
].join(",")}}`;

/** Environments files, as a glob for selectors and watchers. */
export const environmentsFiles = "**/cognito-client.environments.{yaml,yml,json,jsonc}";

/** The file's name, for titles and messages. Whoever puts it into a notification passes it through `forNotification`. */
export function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.split("/").at(-1) ?? uri.path;
}
