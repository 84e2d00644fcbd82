import * as vscode from "vscode";

/** Milliseconds before a wait is worth a notification. */
const PATIENCE = 600;

/**
 * Waits for `work`, with a progress notification when it takes long.
 * @returns `undefined` when the user pressed Cancel: the work's result is then dropped.
 */
export async function wait<T>(title: string, work: Promise<T>): Promise<T | undefined> {
  const slow = Symbol("slow");
  const first = await Promise.race([
    work,
    new Promise<typeof slow>((resolve) => {
      setTimeout(resolve, PATIENCE, slow);
    }),
  ]);
  if (first !== slow) return first as T;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_, token) =>
    Promise.race([
      work,
      new Promise<undefined>((resolve) => {
        token.onCancellationRequested(() => resolve(undefined));
      }),
    ]),
  );
}
