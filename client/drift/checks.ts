import * as vscode from "vscode";
import type { LinkedClient } from "../existing/existing-client.ts";

/** What a check that the user started has shown. */
export interface Check {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Differences of what the spec says, and what stays although it does not say it; `gone`: the app client is not there. */
  readonly shows: number | "gone";
  /** What the files said that were compared. */
  readonly said: string;
}

/** The checks of this window, for the lenses. Nothing is ever looked at without having been asked for. */
export interface Checks extends vscode.Disposable {
  note(client: LinkedClient, shows: Check["shows"], said: string): void;
  of(client: LinkedClient): Check | undefined;
  readonly onDidChange: vscode.Event<void>;
}

export function checks(): Checks {
  const known = new Map<string, Check>();
  const changed = new vscode.EventEmitter<void>();
  return {
    onDidChange: changed.event,
    note(client, shows, said) {
      known.set(keyOf(client), { at: Date.now(), shows, said });
      changed.fire();
    },
    of: (client) => known.get(keyOf(client)),
    dispose: () => changed.dispose(),
  };
}

/** What the files say of an app client now: a closed and opened document begins to count anew, so versions do not tell. */
export function saidOf({ spec: { document, set } }: LinkedClient): string {
  return `${JSON.stringify(set ?? null)} ${document.getText()}`;
}

function keyOf({ clientId, poolId, spec }: LinkedClient): string {
  return [spec.document.uri.toString(), spec.index, poolId, clientId].join(" ");
}
