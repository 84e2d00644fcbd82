/** The language servers that ours is measured against. Without one, its column stays empty, and one line says so. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../test/support/cache.ts";
import { codeServer } from "../../test/support/install.ts";
import type { ServerCommand } from "./server.ts";

const own = { json: "cognito-client-json", yaml: "cognito-client-yaml" };
const plain = { json: "json", yaml: "yaml" };
export const yamlVersion = "2.0.0";

/** What the extension starts the server with (client/extension.node.ts). */
export const ourFlags = ["--max-semi-space-size=1"];

/**
 * @param checkout a folder of this project with `dist/` built.
 * @param cache where the server may keep its compile cache.
 * @param flags of Node.
 */
export function ourServer(
  name: string,
  checkout: string,
  cache: string,
  flags: readonly string[] = ourFlags,
): ServerCommand {
  const env = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
  return { name, args: [...flags, join(checkout, "dist/server.js"), "--stdio"], languageIds: own, env };
}

export const nullServer: ServerCommand = {
  name: "null",
  args: [join(root, "tools/bench/null-server.mjs")],
  languageIds: own,
};

const schemaText = () => JSON.parse(readFileSync(join(root, "schemas/cognito-client.schema.json"), "utf8"));

/** VS Code's own JSON server, as VS Code starts and asks it (pull diagnostics), out of the installed code-server. */
export async function jsonServer(): Promise<ServerCommand | undefined> {
  const entry = await codeServer((message) => console.error(message));
  const extensions = join(dirname(entry), "../../lib/vscode/extensions");
  const file = join(extensions, "json-language-features/server/dist/node/jsonServerMain.js");
  if (!existsSync(file)) {
    console.error("VS Code's JSON server was not found: its column stays empty");
    return undefined;
  }
  const schema = {
    url: "memory://cognito-client.schema.json",
    fileMatch: ["*.cognito-client.json"],
    schema: schemaText(),
  };
  return {
    name: "JSON server",
    args: [file, "--stdio"],
    languageIds: plain,
    initializationOptions: { provideFormatter: false, handledSchemaProtocols: ["file"] },
    notifications: [
      {
        method: "workspace/didChangeConfiguration",
        params: { settings: { json: { validate: { enable: true }, schemas: [schema] } } },
      },
    ],
  };
}

/** The Red Hat YAML server's library, if `yamlServer` could install it. */
export const yamlLibrary = join(root, ".cache/bench/node_modules/yaml-language-server/out/src/index.js");

/** The Red Hat YAML server from npm, installed once into the project's cache. */
export function yamlServer(): ServerCommand | undefined {
  const cache = join(root, ".cache/bench");
  const file = join(cache, "node_modules/yaml-language-server/bin/yaml-language-server");
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const args = ["install", "--prefix", cache, "--no-save", "--ignore-scripts", `yaml-language-server@${yamlVersion}`];
    spawnSync(npm, args, { stdio: "ignore", shell: process.platform === "win32" });
  }
  if (!existsSync(file)) {
    console.error("the YAML server could not be installed: its column stays empty");
    return undefined;
  }
  const schema = pathToFileURL(join(root, "schemas/cognito-client.schema.json")).href;
  const settings = { yaml: { validate: true, schemas: { [schema]: "*.cognito-client.yaml" } } };
  return {
    name: "YAML server",
    args: [file, "--stdio"],
    pushes: true,
    languageIds: plain,
    settings,
    notifications: [{ method: "workspace/didChangeConfiguration", params: { settings } }],
  };
}
