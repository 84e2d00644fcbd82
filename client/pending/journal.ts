import type * as vscode from "vscode";
import type { Journal, PendingCreate } from "../../deploy/index.ts";

const PREFIX = "pendingCreate.";

/** Creates under way, in the extension's global state, one key each: they outlive a closed window. No secret is among them. */
export function stateJournal(state: vscode.Memento): Journal {
  return {
    put: async (record) => state.update(PREFIX + record.id, record),
    remove: async (id) => state.update(PREFIX + id, undefined),
    list: async () => pendingCreates(state),
  };
}

/** The same without loading the AWS side: for the look at start-up. Oldest first. */
export function pendingCreates(state: vscode.Memento): readonly PendingCreate[] {
  return state
    .keys()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => state.get<PendingCreate>(key) ?? [])
    .sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}
