import { nearest, slips } from "../server/src/engine/index.ts";
import { forTerminal } from "../server/src/sinks.ts";
import { commands } from "./commands/index.ts";
import { commandOf, help } from "./help.ts";
import { type Io, UsageError } from "./io.ts";
import { version } from "./package-folder.ts";
import { printed } from "./printed.ts";
import { TargetError } from "./targets/target.ts";

/** Runs one command. @returns its exit code. */
export async function main(words: readonly string[], io: Io): Promise<number> {
  const [name = ""] = words;
  const code = await run(words, io);
  return commandOf(name)?.writes ? code : printed(code, io);
}

async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  try {
    if (name === "--version" || name === "-v" || name === "version") {
      io.out(`${version()}\n`);
      return 0;
    }
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
      io.out(help(args[0]));
      return name === undefined ? 2 : 0;
    }
    const command = commandOf(name);
    if (!command) throw new UsageError(unknown(name));
    if (asksForHelp(args)) {
      io.out(help(name));
      return 0;
    }
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof TargetError) return 2;
    if (!(error instanceof UsageError)) throw error;
    const about = name !== undefined && commandOf(name) ? `cognito-client help ${name}` : "cognito-client help";
    io.err(
      `${forTerminal(error.message)}\n"${about}" shows ${about.endsWith("help") ? "the commands" : "its options"}.\n`,
    );
    return 2;
  }
}

/** Before `--`; behind it stand names of files. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}

function unknown(name: string): string {
  const meant = nearest(name, Object.keys(commands), slips(name));
  return `There is no command "${name}".${meant === undefined ? "" : ` Did you mean ${meant}?`}`;
}
