import type { FileText } from "../engine/index.ts";

/** What differs between Node and a browser's worker. */
export interface Platform {
  /**
   * Reads a text file, of bounded length and never one that is no file (a device, a pipe); `undefined` when there is none.
   * In Node local files directly, everything else through the client, since only the client may reach it.
   */
  readFile(uri: string): Promise<FileText>;
  /** Resolves once messages that have already arrived were read. */
  nextTurn(): Promise<void>;
  /** Sees to it that the server ends with its client, even in the middle of a job. A worker ends with its page anyway. */
  endWith?(processId: number): void;
}
