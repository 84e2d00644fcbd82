import * as vscode from "vscode";

/** Asks for a name to be typed, exactly. @returns what was typed; `undefined`: dismissed */
export function typedName(title: string, prompt: string, name: string): Promise<string | undefined> {
  return Promise.resolve(
    vscode.window.showInputBox({
      title,
      prompt,
      ignoreFocusOut: true,
      validateInput: (text) =>
        text === name
          ? undefined
          : {
              message: vscode.l10n.t("Type exactly: {0}", name),
              severity: vscode.InputBoxValidationSeverity.Error,
            },
    }),
  );
}
