import * as vscode from "vscode";

export const awsCommands = [
  "cognitoClient.create",
  "cognitoClient.connectPool",
  "cognitoClient.refreshPool",
  "cognitoClient.disconnectPool",
  "cognitoClient.lookUp",
  "cognitoClient.planUpdate",
  "cognitoClient.compare",
  "cognitoClient.compareTemplate",
  "cognitoClient.checkDrift",
  "cognitoClient.checkSpecDrift",
  "cognitoClient.import",
  "cognitoClient.link",
  "cognitoClient.unlink",
  "cognitoClient.addSecret",
  "cognitoClient.deleteSecret",
  "cognitoClient.delete",
  "cognitoClient.signInPages",
  "cognitoClient.refreshTree",
  "cognitoClient.copyClientId",
  "cognitoClient.openInConsole",
] as const;

/** Why this window may not reach AWS; `undefined` when it may. Asked at each run: trust can be given while the window is open. */
export function whyNoAws(): string | undefined {
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t(
      "This window is in Restricted Mode, so Cognito App Client reads no credentials and calls nothing in AWS. Trust the workspace first.",
    );
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 0 && folders.every(({ uri }) => uri.scheme !== "file")) {
    return vscode.l10n.t(
      "This workspace is virtual: its files are not on this machine, so Cognito App Client calls nothing in AWS from it. Open a local or remote folder.",
    );
  }
  return undefined;
}

/** Runs `command` where AWS may be reached, else says why not. */
export function guarded<A extends unknown[]>(command: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    const reason = whyNoAws();
    if (reason === undefined) return command(...args);
    const trust = vscode.l10n.t("Manage workspace trust");
    const actions = vscode.workspace.isTrusted ? [] : [trust];
    if ((await vscode.window.showWarningMessage(reason, ...actions)) === trust)
      await vscode.commands.executeCommand("workbench.trust.manage");
  };
}
