import type * as vscode from "vscode";
import type { Journal, Note } from "../../deploy/index.ts";

const PREFIX = "pendingCreate.";

/** Writes under way, in the extension's global state, one key each: they outlive a closed window. No secret is among them. */
export function stateJournal(state: vscode.Memento): Journal {
  return {
    put: async (record) => state.update(PREFIX + record.id, record),
    remove: async (id) => state.update(PREFIX + id, undefined),
    list: async () => pendingCreates(state),
  };
}

/** The same without loading the AWS side: for the look at start-up. Oldest first. */
export function pendingCreates(state: vscode.Memento): readonly Note[] {
  return state
    .keys()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => noteAt(state, key))
    .sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

/** Notes of the first versions name no verb: there was only one. */
function noteAt(state: vscode.Memento, key: string): Note[] {
  const note = state.get<Omit<Note, "verb"> & Partial<Note>>(key);
  return note ? [{ verb: "create", ...note }] : [];
}
