import * as vscode from "vscode";

/** A notification that has a Cancel button only while Cancel would do something: VS Code cannot take the button off one that is shown. */
export function progressNotification(title: string, cancel: () => void) {
  let close = () => {};
  let report: ((message: string) => void) | undefined;
  let cancellable: boolean | undefined;
  return {
    say(message: string, stillCancellable: boolean) {
      if (cancellable !== stillCancellable) {
        close();
        cancellable = stillCancellable;
        const options = { location: vscode.ProgressLocation.Notification, title, cancellable };
        void vscode.window.withProgress(options, (progress, token) => {
          token.onCancellationRequested(cancel);
          report = (text) => progress.report({ message: text });
          report(message);
          return new Promise<void>((resolve) => {
            close = resolve;
          });
        });
      } else report?.(message);
    },
    close: () => close(),
  };
}
