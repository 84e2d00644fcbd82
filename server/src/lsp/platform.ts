/** What differs between Node and a browser's worker. */
export interface Platform {
  /**
   * Reads a text file; `undefined` when there is none.
   * In Node local files directly, everything else through the client, since only the client may reach it.
   */
  readFile(uri: string): Promise<string | undefined>;
  /** Resolves once messages that have already arrived were read. */
  nextTurn(): Promise<void>;
}
