/** What is bundled: one file per process. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** jsonc-parser's `main` is UMD that esbuild cannot follow (microsoft/node-jsonc-parser#57), so `module` comes first. */
const shared = {
  bundle: true,
  minify: true,
  format: "cjs",
  target: "node20",
  platform: "node",
  mainFields: ["module", "main"],
  legalComments: "none",
  logLevel: "warning",
};
const web = { ...shared, platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };

/** Whoever imports the AWS side gets it from its own bundle, on first use. */
const deployApart = {
  name: "deploy apart",
  setup(build) {
    build.onResolve({ filter: /(^|\/)deploy\/index\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./deploy.js", external: true } : undefined,
    );
  },
};

/** Modules of Node that LSP's library loads for ways to start that are not asked for: each is loaded when something of it is. */
const laterInNode = {
  name: "later in Node",
  setup(build) {
    build.onResolve({ filter: /^(child_process|crypto)$/ }, ({ path, importer }) =>
      /[\\/]vscode-(jsonrpc|languageserver)[\\/]/.test(importer) ? { path, namespace: "later" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require("node:${path}")[name] });`,
    }));
  },
};

/** What runs the bundles of a program with the code that is kept of them (server/src/compile-cache.ts). */
const start = {
  ...shared,
  define: { "process.env.COGNITO_CLIENT_VERSION": JSON.stringify(version) },
  banner: { js: "#!/usr/bin/env node" },
};

/**
 * What runs with kept code. `require` in place of `import()`, which code that is run so has not: so the AWS side's code is kept, too,
 * and Node's loader of ES modules is not started.
 */
const kept = { ...shared, supported: { "dynamic-import": false } };

const engine = resolve("server/src/engine");
/** Server, command line and AWS side run on one engine: it is bundled once, by its face, and they ask that bundle. */
const engineApart = {
  name: "engine apart",
  setup(build) {
    build.onResolve({ filter: /\/index\.ts$/ }, ({ path, resolveDir }) =>
      resolve(resolveDir, path) === resolve(engine, "index.ts") ? { path: "./engine.js", external: true } : undefined,
    );
  },
};

/** What ships: options of esbuild for each bundle. */
export function bundles() {
  return [
    {
      ...shared,
      entryPoints: ["client/extension.node.ts"],
      outfile: "dist/extension.js",
      external: ["vscode"],
      plugins: [deployApart],
    },
    {
      ...shared,
      entryPoints: ["client/language-client/node.ts"],
      outfile: "dist/language-client.js",
      external: ["vscode"],
    },
    { ...start, entryPoints: ["server/src/start.node.ts"], outfile: "dist/server.js" },
    { ...start, entryPoints: ["cli/start.ts"], outfile: "dist/cli.js" },
    {
      ...kept,
      entryPoints: ["server/src/main.node.ts"],
      outfile: "dist/language-server.js",
      plugins: [engineApart, laterInNode],
    },
    { ...kept, entryPoints: ["deploy/index.ts"], outfile: "dist/deploy.js", plugins: [engineApart] },
    {
      ...kept,
      entryPoints: ["cli/bin.ts"],
      outfile: "dist/command-line.js",
      plugins: [deployApart, engineApart],
      // tinyglobby's fdir asks for its own address, which a CommonJS bundle does not have.
      banner: { js: 'const __bundle = require("node:url").pathToFileURL(__filename).href;' },
      define: { "import.meta.url": "__bundle" },
    },
    // Neutral: it asks nothing of Node, and the worker of the web pair runs the very same file.
    { ...shared, platform: "neutral", entryPoints: ["server/src/engine/index.ts"], outfile: "dist/engine.js" },
    // .cjs: VS Code's web extension host takes a .js of a package with `"type": "module"` for an ES module, and refuses those.
    { ...web, entryPoints: ["client/extension.web.ts"], outfile: "dist/extension.web.cjs", external: ["vscode"] },
    {
      ...web,
      entryPoints: ["server/src/main.web.ts"],
      outfile: "dist/server.web.js",
      format: "iife",
      plugins: [engineApart],
    },
  ];
}
