import * as vscode from "vscode";
import { shownLate, type Told } from "./shown-late.ts";

/** Milliseconds before a write is worth a notification; more than those in which VS Code counts. */
const PATIENCE = 850;

/** What is told of a write that takes long, with a Cancel button while Cancel would do something. */
export function progressNotification(title: string, cancel: () => void): Told {
  return shownLate((message, cancellable) => {
    let close = () => {};
    let report: (text: string) => void = () => {};
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable };
    void vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(cancel);
      report = (text) => progress.report({ message: text });
      report(message);
      return new Promise<void>((resolve) => {
        close = resolve;
      });
    });
    return { say: (text) => report(text), close: () => close() };
  }, PATIENCE);
}
