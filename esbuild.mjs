/** Bundles what ships: one file per process. `--watch` rebuilds on change; names (`cli`, `server`, …) build only those. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { context } from "esbuild";

const watch = process.argv.includes("--watch");
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

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

const bundles = [
  {
    ...shared,
    entryPoints: ["client/extension.node.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    plugins: [deployApart],
  },
  {
    ...shared,
    entryPoints: ["server/src/main.node.ts"],
    outfile: "dist/server.js",
    banner: { js: "#!/usr/bin/env node" },
  },
  { ...shared, entryPoints: ["deploy/index.ts"], outfile: "dist/deploy.js" },
  {
    ...shared,
    entryPoints: ["cli/bin.ts"],
    outfile: "dist/cli.js",
    plugins: [deployApart],
    // tinyglobby's fdir asks for its own address, which a CommonJS bundle does not have.
    banner: { js: '#!/usr/bin/env node\nconst __bundle = require("node:url").pathToFileURL(__filename).href;' },
    define: { "import.meta.url": "__bundle" },
  },
  { ...web, entryPoints: ["client/extension.web.ts"], outfile: "dist/extension.web.js", external: ["vscode"] },
  { ...web, entryPoints: ["server/src/main.web.ts"], outfile: "dist/server.web.js", format: "iife" },
];

mkdirSync("dist", { recursive: true });
// The package is an ES module; what VS Code and `require` load is CommonJS.
writeFileSync("dist/package.json", '{"type":"commonjs"}\n');
for (const bundle of bundles) {
  if (names.length > 0 && !names.some((name) => bundle.outfile === `dist/${name}.js`)) continue;
  const build = await context(bundle);
  if (watch) await build.watch();
  else {
    const built = await build.rebuild().then(
      () => true,
      () => false, // esbuild has printed what is wrong and where
    );
    await build.dispose();
    if (!built) process.exit(1);
    if (bundle.banner) chmodSync(bundle.outfile, 0o755);
  }
}
