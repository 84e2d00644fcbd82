import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

export interface ServerCommand {
  readonly name: string;
  readonly args: readonly string[];
  /** Pushes diagnostics instead of being asked. */
  readonly pushes?: boolean;
  readonly languageIds: { readonly json: string; readonly yaml: string };
  /** Settings under any section it asks for. */
  readonly settings?: unknown;
}

/** A spawned language server, spoken to over stdio as an editor does. */
export class Server {
  readonly command: ServerCommand;
  private readonly process: ChildProcess;
  private readonly connection: ProtocolConnection;
  private pushed: (() => void) | undefined;
  private version = 1;

  constructor(command: ServerCommand) {
    this.command = command;
    this.process = spawn(process.execPath, [...command.args], { stdio: ["pipe", "pipe", "ignore"] });
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error("no pipes");
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => (command.settings as Record<string, unknown> | undefined)?.[section ?? ""] ?? null),
    );
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onNotification("textDocument/publishDiagnostics", () => this.pushed?.());
    this.connection.onUnhandledNotification(() => {});
    this.connection.listen();
  }

  async initialize(): Promise<void> {
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      initializationOptions: { provideFormatter: false, handledSchemaProtocols: ["file"] },
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          ...(this.command.pushes ? { publishDiagnostics: {} } : { diagnostic: {} }),
          completion: { completionItem: { snippetSupport: true } },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
          hover: { contentFormat: ["markdown"] },
        },
      },
    });
    await this.connection.sendNotification("initialized", {});
    if (this.command.settings)
      await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: this.command.settings });
  }

  /** Resolves with the diagnostics' arrival. */
  async open(uri: string, text: string): Promise<void> {
    const languageId = this.command.languageIds[uri.endsWith("json") ? "json" : "yaml"];
    await this.diagnostics(uri, () =>
      this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } }),
    );
  }

  /** One character in, diagnostics out. */
  async type(uri: string, line: number, character: number, text: string): Promise<void> {
    this.version++;
    const at = { line, character };
    await this.diagnostics(uri, () =>
      this.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: this.version },
        contentChanges: [{ range: { start: at, end: at }, text }],
      }),
    );
  }

  async request(method: string, uri: string, line: number, character: number): Promise<unknown> {
    const position = { line, character };
    const more = method.endsWith("codeAction")
      ? { range: { start: position, end: position }, context: { diagnostics: [] } }
      : { position };
    return this.connection.sendRequest(method, { textDocument: { uri }, ...more });
  }

  /** Resident memory in KB (Linux), else 0. */
  memory(): number {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill();
  }

  private async diagnostics(uri: string, send: () => Promise<void>): Promise<void> {
    if (this.command.pushes) {
      const arrived = new Promise<void>((resolve) => {
        this.pushed = resolve;
      });
      await send();
      await arrived;
    } else {
      await send();
      await this.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    }
  }
}
