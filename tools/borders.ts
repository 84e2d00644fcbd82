/** Which part may import what (ARCHITECTURE.md), beyond what the project references already refuse. */

/** Packages and parts that a part may import. `later` may only be imported as types, or lazily by `import()`. */
interface Border {
  packages: RegExp;
  parts: string[];
  later: string[];
}

const aws = /^(@aws-sdk|@smithy)\//;
const borders: Record<string, Border> = {
  "server/src/engine": {
    packages: /^(jsonc-parser|yaml)$/,
    parts: ["server/src/sinks.ts", "server/src/served.ts", "server/src/file-names.ts"],
    later: [],
  },
  "server/src/served.ts": { packages: /^$/, parts: [], later: [] },
  "server/src/file-names.ts": { packages: /^$/, parts: [], later: [] },
  "server/src/protocol.ts": { packages: /^$/, parts: [], later: [] },
  "server/src/sinks.ts": { packages: /^$/, parts: [], later: [] },
  "server/src/guard.ts": { packages: /^$/, parts: [], later: [] },
  "server/src/compile-cache.ts": {
    packages: /^node:(fs|os|path|vm)$/,
    parts: ["server/src/kept-code.ts", "server/src/protocol.ts"],
    later: [],
  },
  "server/src/kept-code.ts": { packages: /^$/, parts: [], later: [] },
  "server/src/regular-file.ts": { packages: /^node:(fs|path)$/, parts: [], later: [] },
  "server/src/end-with.ts": { packages: /^node:worker_threads$/, parts: [], later: [] },
  "server/src/stdio.ts": { packages: /^node:stream$/, parts: [], later: ["server/src/lsp"] },
  "server/src/lsp": {
    packages: /^vscode-languageserver/,
    parts: ["server/src/engine", "server/src/protocol.ts", "server/src/sinks.ts", "server/src/served.ts"],
    later: [],
  },
  server: {
    packages: /^(vscode-languageserver|node:(fs|url|path|v8)\b)/,
    parts: [
      "server/src/compile-cache.ts",
      "server/src/end-with.ts",
      "server/src/engine",
      "server/src/lsp",
      "server/src/protocol.ts",
      "server/src/regular-file.ts",
      "server/src/stdio.ts",
    ],
    later: [],
  },
  client: {
    packages: /^(vscode|node:)/,
    parts: [
      "server/src/protocol.ts",
      "server/src/sinks.ts",
      "server/src/served.ts",
      "server/src/file-names.ts",
      "server/src/guard.ts",
    ],
    later: ["deploy"],
  },
  cli: {
    packages: /^(node:|tinyglobby$|sarif$)/,
    parts: [
      "server/src/compile-cache.ts",
      "server/src/engine",
      "server/src/sinks.ts",
      "server/src/regular-file.ts",
      "server/src/guard.ts",
    ],
    later: ["deploy"],
  },
  deploy: {
    packages: /^(node:|@aws-sdk\/|@smithy\/)/,
    parts: ["server/src/engine", "server/src/sinks.ts", "server/src/guard.ts"],
    later: [],
  },
};

/** What alone loads LSP's library: its copies of the library's names cost time at every start. */
const library = "server/src/lsp/library.ts";

/** All that other parts see of the engine. */
const face = "server/src/engine/index.ts";

/** Paths of parts, the most specific first. */
const parts = Object.keys(borders).sort((a, b) => b.length - a.length);

const partOf = (path: string): string | undefined => parts.find((part) => path === part || path.startsWith(`${part}/`));

const statement =
  /^(?:import|export)\s+(type\s)?[^;]*?\bfrom\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

function resolve(from: string, specifier: string): string {
  const steps = from.split("/").slice(0, -1);
  for (const step of specifier.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The files of the repository that a file imports, types included, lazily or not. */
export function importsOf(path: string, text: string): string[] {
  const specifiers = [...text.matchAll(statement)].map(([, , from, bare, lazy]) => from ?? bare ?? lazy ?? "");
  return specifiers.filter((specifier) => specifier.startsWith(".")).map((specifier) => resolve(path, specifier));
}

/**
 * What a file imports against the borders, one sentence each.
 * @param path the file's path from the repository's root, with `/`.
 */
export function crossings(path: string, text: string): string[] {
  const part = partOf(path);
  const border = part === undefined ? undefined : borders[part];
  if (part === undefined || border === undefined) return [];
  const found: string[] = [];
  for (const [, type, from, bare, lazy] of text.matchAll(statement)) {
    const specifier = from ?? bare ?? lazy ?? "";
    if (!specifier.startsWith(".")) {
      if (aws.test(specifier) && part === "deploy" && !path.startsWith("deploy/aws/") && type === undefined) {
        found.push(`${path} imports ${specifier}: only deploy/aws uses the AWS SDK`);
      } else if (
        specifier === "vscode-languageserver" &&
        part === "server/src/lsp" &&
        type === undefined &&
        path !== library
      ) {
        found.push(`${path} imports ${specifier}: values of it come from ${library}`);
      } else if (!border.packages.test(specifier)) found.push(`${path} imports ${specifier}, which ${part} may not`);
      continue;
    }
    const file = resolve(path, specifier);
    const target = partOf(file);
    if (target === "server/src/engine" && part !== target && file !== face) {
      found.push(`${path} imports ${specifier}: the engine's one face is ${face}`);
      continue;
    }
    if (target === undefined || target === part || border.parts.includes(target)) continue;
    if (border.later.includes(target) && (type !== undefined || lazy !== undefined)) continue;
    const how = border.later.includes(target) ? "at once; load it lazily, by import()" : "across a border";
    found.push(`${path} imports ${specifier} ${how}`);
  }
  return found;
}
