import * as vscode from "vscode";
import { traceLine } from "./trace-line.ts";

/**
 * The trace of the language client, by an allow-list: `cognitoClient.trace.server` switches it, and at every level only the
 * names of messages get into the log.
 */
export function traceChannel(log: vscode.LogOutputChannel): vscode.LogOutputChannel & vscode.Disposable {
  const levelChanged = new vscode.EventEmitter<vscode.LogLevel>();
  const listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("cognitoClient.trace.server")) levelChanged.fire(level());
  });
  const trace = (message: string) => {
    const line = traceLine(message);
    if (line !== undefined) log.info(line);
  };
  const nothing = () => {};
  return {
    name: log.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: levelChanged.event,
    trace,
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    append: nothing,
    appendLine: nothing,
    replace: nothing,
    clear: nothing,
    show: () => log.show(true),
    hide: () => log.hide(),
    dispose() {
      listener.dispose();
      levelChanged.dispose();
    },
  };
}

/** The language client asks the channel's level whether to trace at all. */
function level(): vscode.LogLevel {
  const setting = vscode.workspace.getConfiguration("cognitoClient").get<string>("trace.server");
  return setting === undefined || setting === "off" ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
}
