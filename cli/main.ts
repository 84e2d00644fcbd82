import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "./commands/create.ts";
import { facts } from "./commands/facts.ts";
import { lint } from "./commands/lint.ts";
import { listRules } from "./commands/rules.ts";
import { help } from "./help.ts";
import { type Io, UsageError } from "./io.ts";

/** Runs one command. @returns its exit code. */
export async function main([command, ...args]: readonly string[], io: Io): Promise<number> {
  try {
    if (
      command === undefined ||
      command === "help" ||
      command === "--help" ||
      command === "-h" ||
      args.includes("--help") ||
      args.includes("-h")
    ) {
      io.out(help(command === "help" ? args[0] : command));
      return command === undefined ? 2 : 0;
    }
    switch (command) {
      case "lint":
        return await lint(args, io, version());
      case "create":
        return await create(args, io);
      case "facts":
        return await facts(args, io);
      case "rules":
        return listRules(args, io);
      case "--version":
      case "-v":
        io.out(`${version()}\n`);
        return 0;
      default:
        throw new UsageError(`There is no command "${command}".`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`${error.message}\n"cognito-client help" shows the commands.\n`);
    return 2;
  }
}

/** Beside the bundle stands the package it came in. */
function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8"));
  return manifest.version;
}
