/** The outside world of a command, so that tests can run commands in this process. */
export interface Io {
  /** Text for standard output, as is. */
  out(text: string): void;
  /** Text for standard error, as is. */
  err(text: string): void;
  /** Whether what was written to standard output (or error) does not arrive any more, once all of it has been tried. */
  isLost?(stream: "out" | "err"): Promise<boolean>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>;
  /** Puts a question to the person at the terminal; `undefined` when the input ends. Absent where nobody can be asked. */
  ask?(question: string): Promise<string | undefined>;
  /** Whether a person sits in front of standard output (colours) and standard input (questions). */
  readonly isTerminal: { readonly out: boolean; readonly in: boolean };
}

/** Colours: at a terminal that has them, and not where NO_COLOR is set to anything (no-color.org). */
export function wantsColours({ isTerminal, env }: Pick<Io, "isTerminal" | "env">): boolean {
  return isTerminal.out && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}

/** What was typed is wrong: told on standard error with exit code 2. */
export class UsageError extends Error {}
