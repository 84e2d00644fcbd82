/** What is bundled: one file per process. */
import { relative, resolve, sep } from "node:path";

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

const engine = resolve("server/src/engine") + sep;
/** Server, command line and AWS side run on one engine: it is bundled once, and they ask that bundle for its modules. */
const engineApart = (engineModules) => ({
  name: "engine apart",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, importer }) => {
      const target = resolve(resolveDir, path);
      return target.startsWith(engine) && !importer.startsWith(engine)
        ? { path: target, namespace: "engine" }
        : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: "engine" }, ({ path }) => {
      const name = relative(engine, path).replace(/\.ts$/, "").replace(/\W/g, "_");
      engineModules.set(name, path);
      return { contents: `module.exports = require("./engine.js").${name};`, loader: "js" };
    });
    build.onResolve({ filter: /^\.\/engine\.js$/ }, () => ({ path: "./engine.js", external: true }));
  },
});
const engineEntry = (engineModules) => ({
  name: "engine entry",
  setup(build) {
    build.onResolve({ filter: /^engine-modules$/ }, ({ path }) => ({ path, namespace: "engine-entry" }));
    build.onLoad({ filter: /.*/, namespace: "engine-entry" }, () => ({
      contents: [...engineModules]
        .map(([name, path]) => `export * as ${name} from ${JSON.stringify(path)};`)
        .sort()
        .join("\n"),
      resolveDir: process.cwd(),
    }));
  },
});

/**
 * What ships, in the order in which it must be built.
 * @returns esbuild's options of each bundle; a list of its own each time, since the bundles of one build tell each other what they need.
 */
export function bundles() {
  /** Modules of the engine that other bundles import, by the name under which dist/engine.js has them. */
  const engineModules = new Map();
  const apart = engineApart(engineModules);
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
    {
      ...shared,
      entryPoints: ["server/src/main.node.ts"],
      outfile: "dist/server.js",
      plugins: [apart],
      banner: { js: "#!/usr/bin/env node" },
    },
    { ...shared, entryPoints: ["deploy/index.ts"], outfile: "dist/deploy.js", plugins: [apart] },
    {
      ...shared,
      entryPoints: ["cli/bin.ts"],
      outfile: "dist/cli.js",
      plugins: [deployApart, apart],
      // tinyglobby's fdir asks for its own address, which a CommonJS bundle does not have.
      banner: { js: '#!/usr/bin/env node\nconst __bundle = require("node:url").pathToFileURL(__filename).href;' },
      define: { "import.meta.url": "__bundle" },
    },
    // After those that use it: what they ask for is what it holds.
    { ...shared, entryPoints: ["engine-modules"], outfile: "dist/engine.js", plugins: [engineEntry(engineModules)] },
    // .cjs: VS Code's web extension host takes a .js of a package with `"type": "module"` for an ES module, and refuses those.
    { ...web, entryPoints: ["client/extension.web.ts"], outfile: "dist/extension.web.cjs", external: ["vscode"] },
    { ...web, entryPoints: ["server/src/main.web.ts"], outfile: "dist/server.web.js", format: "iife" },
  ];
}
