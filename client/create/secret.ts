import { createHash } from "node:crypto";
import * as vscode from "vscode";

/** Seconds after which a copied secret leaves the clipboard. */
export const CLIPBOARD_SECONDS = 60;

/**
 * Copies a secret, on the user's click only, and empties the clipboard a minute later (or when the window closes) if it still
 * holds the secret. Only a hash is kept to tell.
 */
export async function copySecret(secret: string, subscriptions: vscode.Disposable[]): Promise<void> {
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
