import { readFileSync } from "node:fs";
import { join } from "node:path";

const usage = `cognito-client-language-server: a language server for Amazon Cognito app clients in JSON, YAML and templates

Usage: cognito-client-language-server --stdio

  --stdio        speak LSP 3.17 over standard input and output; your editor starts it so
  --socket=PORT  over a socket that the editor listens on; --pipe=NAME, --node-ipc likewise
  --help, -h     this text
  --version, -v  the version

Settings for Neovim, Helix, Emacs and Zed:
https://github.com/cognito-app-client/cognito-app-client/blob/main/docs/editors.md
`;

/**
 * What a person is told who runs the server by hand; `undefined` where an editor says how it wants to speak.
 *
 * @param folder of the package.
 */
export function toldTo(
  args: readonly string[],
  folder: string,
): { readonly out?: string; readonly err?: string; readonly code: number } | undefined {
  if (args.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(arg))) return undefined;
  const [first] = args;
  if (first === "--help" || first === "-h") return { out: usage, code: 0 };
  if (first === "--version" || first === "-v")
    return { out: `${JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version}\n`, code: 0 };
  return { err: usage, code: 2 };
}
