import { createHash } from "node:crypto";
import * as vscode from "vscode";
import type { CreateChange, Done, SecretsChange } from "../../deploy/index.ts";

/** Seconds after which a copied secret leaves the clipboard. */
const CLIPBOARD_SECONDS = 60;

/** A secret that AWS returned, in the one closure that has it. It is shown nowhere; it can be copied until it is forgotten. */
export interface HeldSecret {
  copy(): Promise<void>;
  forget(): void;
}

/** Takes over a secret from the answer that it came with. `undefined`: there is none. */
export function heldSecret(
  { hasSecret, change, takeSecret, forgetSecret }: Done<CreateChange | SecretsChange>,
  subscriptions: vscode.Disposable[],
): HeldSecret | undefined {
  const isNew = change.verb === "create" ? change.secret === "generated" : change.action === "add";
  if (!hasSecret || !isNew) {
    forgetSecret();
    return undefined;
  }
  let secret = takeSecret();
  return {
    async copy() {
      if (secret === undefined) {
        const gone = vscode.l10n.t(
          "The client secret is no longer kept here. Find it in the AWS console, on the app client's page.",
        );
        void vscode.window.showInformationMessage(gone);
        return;
      }
      await copySecret(secret, subscriptions);
      const message = vscode.l10n.t("Client secret copied. It leaves the clipboard in {0} seconds.", CLIPBOARD_SECONDS);
      void vscode.window.showInformationMessage(message);
    },
    forget() {
      secret = undefined;
    },
  };
}

/**
 * Copies a secret, on the user's click only, and empties the clipboard a minute later (or when the window closes) if it still
 * holds the secret. Only a hash is kept to tell.
 */
async function copySecret(secret: string, subscriptions: vscode.Disposable[]): Promise<void> {
  const hash = hashOf(secret);
  await vscode.env.clipboard.writeText(secret);
  const clear = async () => {
    if (hashOf(await vscode.env.clipboard.readText()) === hash) await vscode.env.clipboard.writeText("");
  };
  const timer = setTimeout(() => void clear(), CLIPBOARD_SECONDS * 1000);
  subscriptions.push({
    dispose() {
      clearTimeout(timer);
      void clear();
    },
  });
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
