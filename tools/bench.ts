/** `npm run bench`: where each budget of the design stands, as ratios in one run on one machine. Prints Markdown. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseTree } from "jsonc-parser";
import { parseAllDocuments } from "yaml";
import { root } from "../test/support/cache.ts";
import { Server, type ServerCommand } from "./bench/client.ts";
import { middle as place, texts } from "./bench/documents.ts";
import { lintRatio } from "./bench/lint.ts";
import { median } from "./bench/measure.ts";

const own = { json: "cognito-client-json", yaml: "cognito-client-yaml" };
const ours: ServerCommand = { name: "ours", args: [join(root, "dist/server.js"), "--stdio"], languageIds: own };
const nothing: ServerCommand = {
  name: "null",
  args: [join(root, "tools/bench/null-server.mjs"), "--stdio"],
  languageIds: own,
};
const peers = withPeers();

const small = texts(1);
const medium = texts(2000);
const huge = texts(50_000);
const rows: string[][] = [];
const row = (what: string, target: string, stretch: string, ...values: string[]) =>
  rows.push([what, target, stretch, ...values]);
const ratio = (value: number, base: number) => `${(value / base).toFixed(2)} × (${value.toFixed(1)} ms)`;

console.error("spawn to first diagnostics…");
const spawned = new Map<string, number>();
for (const command of [nothing, ours, ...peers.map(({ command }) => command)]) {
  spawned.set(
    command.name,
    await median(11, async () => {
      const server = new Server(command);
      await server.initialize();
      await server.open(
        `file:///small.cognito-client.${command.name === "YAML server" ? "yaml" : "json"}`,
        command.name === "YAML server" ? small.yaml : small.json,
      );
      server.stop();
    }),
  );
}
const base = spawned.get("null") ?? Number.NaN;
row(
  "spawn → first diagnostics",
  "≤ 1.5 × null",
  "1.3 ×",
  ratio(spawned.get("ours") ?? 0, base),
  peers.map(({ command }) => `${command.name} ${((spawned.get(command.name) ?? 0) / base).toFixed(1)} ×`).join(", "),
);

console.error("keystrokes…");
async function keystroke(command: ServerCommand, syntax: "json" | "yaml", text: string, runs: number): Promise<number> {
  const server = new Server(command);
  const uri = `file:///doc.cognito-client.${syntax}`;
  try {
    await server.initialize();
    await server.open(uri, text);
    const { line, character } = place(text);
    await server.type(uri, line, character, "x");
    return await median(runs, () => server.type(uri, line, character, "x"));
  } finally {
    server.stop();
  }
}
const cases = [
  ["JSON medium", "json", medium.json, 30, "≤ 2.5 × floor", "1.5 ×"],
  ["JSON huge", "json", huge.json, 9, "≤ 2.5 × floor", "1.5 ×"],
  ["YAML medium", "yaml", medium.yaml, 30, "≤ 0.3 × floor", "0.15 ×"],
  ["YAML huge", "yaml", huge.yaml, 9, "≤ 0.06 × floor", "0.02 ×"],
] as const;
for (const [name, syntax, text, runs, target, stretch] of cases) {
  const roundTrip = await keystroke(nothing, syntax, text, runs);
  const parse = await median(runs, () => (syntax === "json" ? parseTree(text) : parseAllDocuments(text)));
  const floor = parse + roundTrip;
  const mine = await keystroke(ours, syntax, text, runs);
  const others: string[] = [];
  for (const peer of peers) {
    if (peer.syntax !== syntax || text.length > 500_000) continue;
    others.push(`${peer.command.name} ${((await keystroke(peer.command, syntax, text, 5)) / floor).toFixed(1)} ×`);
  }
  row(
    `keystroke → diagnostics, ${name}`,
    target,
    stretch,
    `${(mine / floor).toFixed(3)} × (${mine.toFixed(1)} ms; floor ${floor.toFixed(1)} ms)`,
    others.join(", "),
  );
}

console.error("requests on unchanged text…");
async function request(command: ServerCommand, method: string, syntax: "json" | "yaml", text: string): Promise<number> {
  const server = new Server(command);
  const uri = `file:///doc.cognito-client.${syntax}`;
  try {
    await server.initialize();
    await server.open(uri, text);
    const { line, character } = place(text);
    const at = method.endsWith("hover") ? 3 : character;
    await server.request(method, uri, line, at);
    return await median(40, () => server.request(method, uri, line, at));
  } finally {
    server.stop();
  }
}
for (const [size, both] of [
  ["small", small],
  ["medium", medium],
  ["huge", huge],
] as const) {
  for (const method of ["completion", "hover", "codeAction"]) {
    const results: string[] = [];
    for (const syntax of ["json", "yaml"] as const) {
      const bare = await request(nothing, `textDocument/${method}`, syntax, both[syntax]);
      const mine = await request(ours, `textDocument/${method}`, syntax, both[syntax]);
      results.push(`${syntax.toUpperCase()} ${ratio(mine, bare)}`);
    }
    row(`${method}, ${size}`, "≤ 2 × null", "1.5 ×", results.join(", "), "");
  }
}

console.error("memory…");
async function memory(command: ServerCommand, text: string | undefined): Promise<number> {
  const server = new Server(command);
  const uri = "file:///doc.cognito-client.yaml";
  try {
    await server.initialize();
    if (text !== undefined) {
      await server.open(uri, text);
      const { line, character } = place(text);
      for (let turn = 0; turn < 50; turn++) await server.type(uri, line, character, "x");
    } else await server.open(uri, "");
    return server.memory();
  } finally {
    server.stop();
  }
}
for (const [name, text, target, stretch] of [
  ["idle", undefined, "≤ 1.25 × null", "1.15 ×"],
  ["medium YAML, 50 edits", medium.yaml, "≤ 1.6 × null", "1.4 ×"],
] as const) {
  const [bare, mine] = [await memory(nothing, text), await memory(ours, text)];
  row(`memory: ${name}`, target, stretch, `${(mine / bare).toFixed(2)} × (${(mine / 1024).toFixed(0)} MB)`, "");
}

console.error("lint of 1,000 files…");
const { ours: lint, script } = lintRatio(root);
row(
  "lint of 1,000 mixed files",
  "≤ 0.8 × of parse + compiled schema",
  "0.5 ×",
  `${(lint / script).toFixed(2)} × (${lint.toFixed(0)} ms; script ${script.toFixed(0)} ms)`,
  "",
);

const kilobytes = (file: string) => (existsSync(join(root, file)) ? statSync(join(root, file)).size / 1024 : 0);
row(
  "`dist/server.js` + `dist/engine.js`, minified",
  "≤ 350 KB",
  "200 KB",
  `${kilobytes("dist/server.js").toFixed(0)} + ${kilobytes("dist/engine.js").toFixed(0)} KB`,
  "",
);
row("`.vsix`", "≤ 400 KB", "300 KB", `${kilobytes("dist/cognito-app-client.vsix").toFixed(0)} KB`, "");

const table = [["what", "target", "stretch", "here", "peers"], ["---", "---", "---", "---", "---"], ...rows];
console.log(table.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
process.exit(0);

/** VS Code's JSON server and the Red Hat YAML server, installed once into the cache; without them the table lacks a column. */
function withPeers(): { command: ServerCommand; syntax: "json" | "yaml" }[] {
  const cache = join(root, ".cache/bench");
  const schema = pathToFileURL(join(root, "schemas/cognito-client.schema.json")).href;
  const json = join(cache, "node_modules/vscode-langservers-extracted/bin/vscode-json-language-server");
  const yaml = join(cache, "node_modules/yaml-language-server/bin/yaml-language-server");
  if (!existsSync(json) || !existsSync(yaml)) {
    console.error("installing the peers into .cache/bench…");
    mkdirSync(cache, { recursive: true });
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    spawnSync(
      npm,
      [
        "install",
        "--prefix",
        cache,
        "--no-save",
        "--ignore-scripts",
        "vscode-langservers-extracted@4.10.0",
        "yaml-language-server@2.0.0",
      ],
      { stdio: "ignore", shell: process.platform === "win32" },
    );
  }
  if (!existsSync(json) || !existsSync(yaml)) {
    console.error("the peers could not be installed: their column stays empty");
    return [];
  }
  const plain = { json: "json", yaml: "yaml" };
  const jsonSettings = {
    json: { validate: { enable: true }, schemas: [{ fileMatch: ["*.cognito-client.json"], url: schema }] },
  };
  const yamlSettings = { yaml: { validate: true, schemas: { [schema]: "*.cognito-client.yaml" } } };
  return [
    {
      command: {
        name: "JSON server",
        args: [json, "--stdio"],
        pushes: true,
        languageIds: plain,
        settings: jsonSettings,
      },
      syntax: "json",
    },
    {
      command: {
        name: "YAML server",
        args: [yaml, "--stdio"],
        pushes: true,
        languageIds: plain,
        settings: yamlSettings,
      },
      syntax: "yaml",
    },
  ];
}
