import type { Connection } from "vscode-languageserver";
import { dialectOf, type NamedSpec, namedSpec, namesIn, parseSpec, type WorkspaceNames } from "../engine/index.ts";
import { type WorkspaceSpec, workspaceSpecsRequest } from "../protocol.ts";

/**
 * Names used in the workspace's specs. Asked of the client when they are first wanted and after specs have changed;
 * nobody waits for the answer: until it is there, completion goes without.
 */
export class Workspace {
  private known: WorkspaceNames | undefined;
  private found: readonly NamedSpec[] = [];
  private fresh = false;
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Whether the client can tell, as it says when it starts the server. */
  canAsk = false;

  get names(): WorkspaceNames | undefined {
    if (this.canAsk && !this.fresh) {
      this.fresh = true;
      void this.ask();
    }
    return this.known;
  }

  /** Where the workspace's specs are, and what their app clients are called. */
  get specs(): readonly NamedSpec[] {
    return this.names ? this.found : [];
  }

  changed(): void {
    this.fresh = false;
  }

  private async ask(): Promise<void> {
    try {
      const specs = await this.connection.sendRequest<WorkspaceSpec[]>(workspaceSpecsRequest);
      this.found = specs.map(({ uri, languageId, text }) =>
        namedSpec(uri, parseSpec(text, dialectOf(uri, languageId, text))),
      );
      this.known = namesIn(specs);
    } catch (error) {
      // Names are a comfort: without them completion still has everything else.
      this.connection.console.warn(`The workspace's specs could not be read: ${(error as Error).message}`);
    }
  }
}
