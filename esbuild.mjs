/** Bundles what ships: one file per process. `--watch` rebuilds on change. */
import { chmodSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { context } from "esbuild";
import { bundles } from "./tools/bundles.mjs";

const watch = process.argv.includes("--watch");

mkdirSync("dist", { recursive: true });
// The package is an ES module; what VS Code and `require` load is CommonJS.
writeFileSync("dist/package.json", '{"type":"commonjs"}\n');
// The rules' pages in one file: as 150 they take up four times as much of a package.
const pages = globSync("docs/rules/*.md").sort();
const packed = Object.fromEntries(pages.map((path) => [basename(path, ".md"), readFileSync(path, "utf8")]));
writeFileSync("dist/rule-pages.json", JSON.stringify(packed));
for (const bundle of bundles()) {
  const build = await context(bundle);
  if (watch) await build.watch();
  else {
    const built = await build.rebuild().then(
      () => true,
      () => false, // esbuild has printed what is wrong and where
    );
    await build.dispose();
    if (!built) process.exit(1);
    if (bundle.banner?.js.startsWith("#!")) chmodSync(bundle.outfile, 0o755);
  }
}
