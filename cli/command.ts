import { parseArgs } from "node:util";
import { nearest, slips } from "../server/src/engine/index.ts";
import { type Io, UsageError } from "./io.ts";

/** An option of a command: what `parseOptions` takes and what the help says of it, in one place. */
export interface Option {
  readonly type: "string" | "boolean";
  /** May be given several times. */
  readonly multiple?: true;
  /** What stands behind it, as the help writes it: `NAME`, or the values that it may have. */
  readonly value?: string;
  /** For the help, without a full stop. */
  readonly help: string;
}
export type Options = Readonly<Record<string, Option>>;

/** A file of `commands/` with one of these is a command of that file's name: overview, help and errors are made from it. */
export interface Command {
  /** For the overview, without a full stop. */
  readonly summary: string;
  /** What follows the command's name: `[options] FILE...`. */
  readonly usage: string;
  /** What it does, in a few lines of at most 100 characters. */
  readonly about: string;
  readonly options: Options;
  /** Command lines with what they do. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** It changes more than the output, and says by its exit code what became of that, also where nobody can read the output. */
  readonly writes?: true;
  /** Exit code → when. */
  readonly exitCodes: Readonly<Record<number, string>>;
  /**
   * @returns its exit code.
   * @throws UsageError when what was typed is wrong.
   */
  run(args: readonly string[], io: Io): Promise<number> | number;
}

type Value<O extends Option> = O["type"] extends "boolean" ? boolean : string;
/** What was given for each option; `undefined` where it was not. */
export type Values<T extends Options> = {
  readonly [K in keyof T]: (T[K] extends { multiple: true } ? readonly Value<T[K]>[] : Value<T[K]>) | undefined;
};

/** @throws UsageError on an option that the command does not have, or one without its value. */
export function parseOptions<const T extends Options>(
  options: T,
  args: readonly string[],
): { values: Values<T>; positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type, multiple }]) => [name, { type, ...(multiple && { multiple }) }]),
      ),
    });
    return { values: values as Values<T>, positionals };
  } catch (error) {
    throw new UsageError(wrongOption(error as Error & { code?: string }, options));
  }
}

/** Node's own words, which it ends in advice for programmers, and what was probably meant. */
function wrongOption({ message, code }: Error & { code?: string }, options: Options): string {
  const words = (message.split(/\. To |\.?\n/)[0] ?? "").replace(/ <value>/, "");
  const [, typed = ""] = /^Unknown option '--?([^'=]+)/.exec(words) ?? [];
  const meant = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && nearest(typed, Object.keys(options), slips(typed));
  return `${words}.${meant ? ` Did you mean --${meant}?` : ""}`;
}

/** @returns the value, if it is one of those allowed. @throws UsageError */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const known = allowed.find((each) => each === value);
  if (known === undefined) throw new UsageError(`${option} is one of ${allowed.join(", ")}, not "${value}".`);
  return known;
}
