import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";

/** @returns the command of that name, if there is one. */
export function commandOf(name: string): Command | undefined {
  return Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined;
}

/** The text of `cognito-client help [command]`: of the command, else the overview. */
export function help(name?: string): string {
  const command = name === undefined ? undefined : commandOf(name);
  return name === undefined || !command ? overview() : helpOf(name, command);
}

function overview(): string {
  return `cognito-client: checks and creates Amazon Cognito app clients defined in JSON or YAML

Usage: cognito-client COMMAND [options]

${table(Object.entries<Command>(commands).map(([name, { summary }]) => [name, summary]))}
  --help, -h     this text; behind a command, its options, examples and exit codes
  --version, -v  the version

Start with "cognito-client lint" in a folder that holds specs, such as web.cognito-client.yaml.
`;
}

function helpOf(name: string, { usage, about, options, examples, exitCodes }: Command): string {
  const rows = Object.entries(options).map(([option, { value, help: what }]): [string, string] => [
    `--${option}${value === undefined ? "" : ` ${value}`}`,
    what,
  ]);
  return `${`Usage: cognito-client ${name} ${usage}`.trimEnd()}

${about.trim()}
${section("Options", rows)}${section("Examples", examples)}${section("Exit code", Object.entries(exitCodes))}`;
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  return rows.length === 0 ? "" : `\n${title}:\n${table(rows)}`;
}

/** Two columns; what is too wide for the first stands on a line of its own. */
function table(rows: readonly (readonly [string, string])[]): string {
  const fitting = rows.map(([left]) => left.length).filter((length) => length <= WIDEST);
  const width = Math.max(0, ...fitting);
  return rows
    .map(([left, right]) =>
      left.length > WIDEST ? `  ${left}\n  ${" ".repeat(width)}  ${right}\n` : `  ${left.padEnd(width)}  ${right}\n`,
    )
    .join("");
}

const WIDEST = 60;
