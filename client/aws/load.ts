import * as vscode from "vscode";
import type * as DeployModule from "../../deploy/index.ts";
import type { CallRecord, Deploy } from "../../deploy/index.ts";
import { stateJournal } from "../pending/journal.ts";
import type { Extension } from "../running.ts";

/** The AWS side: `dist/deploy.js` with this window's ports. */
export interface Aws extends Deploy {
  readonly texts: Pick<
    typeof DeployModule,
    | "confirmation"
    | "consoleUrl"
    | "differences"
    | "minimalSpec"
    | "planText"
    | "readOnce"
    | "remarks"
    | "slugOf"
    | "specText"
  >;
}

/** @returns a function that loads the AWS bundle when it is first called; opening a spec never does. */
export function awsLoader({ context, log }: Extension): () => Aws {
  let loaded: Aws | undefined;
  return () => {
    if (!loaded) {
      const module = require(context.asAbsolutePath("dist/deploy.js")) as typeof DeployModule;
      const deploy = module.createDeploy({
        env: process.env,
        journal: stateJournal(context.globalState),
        // All windows of this user have this folder in common.
        locks: module.fileLocks(context.globalStorageUri.fsPath),
        log: (call) => log.info(callLine(call)),
        mfaCode: askMfaCode,
      });
      loaded = { ...deploy, texts: module };
    }
    return loaded;
  };
}

function callLine({ operation, region, status, error, requestId, durationMs, attempts }: CallRecord): string {
  const parts = [operation, region, String(status), `${Math.round(durationMs)} ms`];
  if (attempts > 1) parts.push(`${attempts} attempts`);
  if (error) parts.push(error);
  if (requestId) parts.push(`request ${requestId}`);
  return parts.join(" · ");
}

async function askMfaCode({ profile, device }: { profile: string; device: string }): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("MFA Code for Profile {0}", profile),
    prompt: vscode.l10n.t("The six digits that {0} shows now", device),
    placeHolder: "123456",
    ignoreFocusOut: true,
    validateInput: (code) =>
      code === "" || /^\d{6}$/.test(code.trim()) ? undefined : vscode.l10n.t("An MFA code is six digits."),
  });
}
