import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Message, readFrames, writeFrame } from "./frames.ts";

/** How to start a language server, and how an editor speaks with it. */
export interface ServerCommand {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Pushes diagnostics instead of being asked for them. */
  readonly pushes?: boolean;
  readonly languageIds: { readonly json: string; readonly yaml: string };
  readonly initializationOptions?: unknown;
  /** Settings for any section that it asks for. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Sent after `initialized`. */
  readonly notifications?: readonly { readonly method: string; readonly params: unknown }[];
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A spawned language server, spoken to over stdio as an editor does. */
export class Server {
  private readonly process: ChildProcess;
  private readonly answers = new Map<number, (message: Message) => void>();
  private readonly command: ServerCommand;
  private nextId = 1;
  private version = 1;
  private pushed: ((diagnostics: readonly unknown[]) => void) | undefined;

  constructor(command: ServerCommand) {
    this.command = command;
    this.process = spawn(process.execPath, [...command.args], {
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, ...command.env },
    });
    const { stdout } = this.process;
    if (stdout) readFrames(stdout, (message) => this.received(message));
  }

  async initialize(): Promise<void> {
    await this.ask("initialize", {
      processId: process.pid,
      rootUri: null,
      initializationOptions: this.command.initializationOptions ?? {},
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          ...(this.command.pushes ? { publishDiagnostics: {} } : { diagnostic: {} }),
          completion: { completionItem: { snippetSupport: true } },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
          hover: { contentFormat: ["markdown"] },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    this.tell("initialized", {});
    for (const { method, params } of this.command.notifications ?? []) this.tell(method, params);
  }

  /** @returns the diagnostics, when they have arrived. */
  open(uri: string, text: string): Promise<readonly unknown[]> {
    const languageId = this.command.languageIds[/\.jsonc?$/.test(uri) ? "json" : "yaml"];
    return this.diagnosticsAfter(uri, () =>
      this.tell("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } }),
    );
  }

  /** Text in, diagnostics out. `removed` says how many characters behind the place go, or up to where. */
  type(uri: string, at: Place, text: string, removed: number | Place = 0): Promise<readonly unknown[]> {
    return this.diagnosticsAfter(uri, () => this.edit(uri, at, text, removed));
  }

  /** The edit alone, without waiting for anything. */
  edit(uri: string, at: Place, text: string, removed: number | Place = 0): void {
    this.version++;
    const end = typeof removed === "number" ? { line: at.line, character: at.character + removed } : removed;
    const range = { start: at, end };
    this.tell("textDocument/didChange", {
      textDocument: { uri, version: this.version },
      contentChanges: [{ range, text }],
    });
  }

  /** @throws Error when the server answers with an error. */
  async ask(method: string, params: unknown): Promise<unknown> {
    const id = this.nextId++;
    const { stdin } = this.process;
    const answer = new Promise<Message>((resolve) => this.answers.set(id, resolve));
    if (stdin) writeFrame(stdin, { id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${this.command.name} answers ${method} with ${error.code} ${error.message}`);
    return result;
  }

  /** Resident memory in KiB (Linux; elsewhere 0). */
  memory(): number {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  }

  /**
   * Bytes of its heap in use after its garbage was collected; only of a server that was started with heap.cjs.
   * @param file where it is told to write the figure.
   */
  async heap(file: string): Promise<number> {
    this.process.kill("SIGUSR2");
    for (let wait = 0; wait < 100; wait++) {
      await sleep(50);
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      if (text !== "") return Number(text);
    }
    return Number.NaN;
  }

  /** Ends it as an editor does, so that it may write down what it wants to keep. */
  async end(): Promise<void> {
    const ended = once(this.process, "exit");
    await this.ask("shutdown", null);
    this.tell("exit", null);
    await ended;
  }

  stop(): void {
    this.process.kill();
  }

  private tell(method: string, params: unknown): void {
    if (this.process.stdin) writeFrame(this.process.stdin, { method, params });
  }

  private async diagnosticsAfter(uri: string, send: () => void): Promise<readonly unknown[]> {
    if (!this.command.pushes) {
      send();
      const report = (await this.ask("textDocument/diagnostic", { textDocument: { uri } })) as { items?: unknown[] };
      return report.items ?? [];
    }
    const arrived = new Promise<readonly unknown[]>((resolve) => {
      this.pushed = resolve;
    });
    send();
    return arrived;
  }

  private received({ id, method, params, ...rest }: Message): void {
    if (method === undefined) {
      if (typeof id !== "number") return;
      this.answers.get(id)?.({ id, ...rest });
      this.answers.delete(id);
    } else if (method === "textDocument/publishDiagnostics") {
      this.pushed?.((params as { diagnostics: unknown[] }).diagnostics);
    } else if (id !== undefined && this.process.stdin) {
      const items = method === "workspace/configuration" ? (params as { items: { section?: string }[] }).items : [];
      const result = items.map(({ section }) => this.command.settings?.[section ?? ""] ?? null);
      writeFrame(this.process.stdin, { id, result: method === "workspace/configuration" ? result : null });
    }
  }
}
