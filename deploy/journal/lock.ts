/** A thing that one process at a time works on. */
export interface Lock {
  release(): Promise<void>;
}

/** Somebody else has it. */
export interface Held {
  readonly file: string;
  /** The process that holds it. */
  readonly pid: number;
}

export interface Locks {
  readonly folder: string;
  /**
   * Takes the lock for something, or says who has it.
   * @throws the file system's error, when it cannot be written
   */
  take(what: string): Promise<Lock | Held>;
}
