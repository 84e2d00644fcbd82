import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "../../tools/bundles.mjs";
import { root } from "./cache.ts";
import { temporaryFolder } from "./process.ts";

/**
 * Bundles the command line as it ships, into a package of its own: processes start in a fraction of the time that the sources
 * take, and a test needs no `npm run build` before. Once for each test process, whose end removes it.
 * @returns the path of what Node runs
 */
export function bundleCli(): Promise<string> {
  bundled ??= bundle(join(temporaryFolder("cli").path, "package"));
  return bundled;
}
let bundled: Promise<string> | undefined;

async function bundle(folder: string): Promise<string> {
  const dist = join(folder, "dist");
  mkdirSync(dist, { recursive: true });
  copyFileSync(join(root, "package.json"), join(folder, "package.json"));
  writeFileSync(join(dist, "package.json"), '{"type":"commonjs"}\n');
  for (const { outfile, ...options } of bundles()) {
    const name = outfile.split("/").at(-1) ?? "";
    if (["cli.js", "command-line.js", "deploy.js", "engine.js"].includes(name))
      await build({ ...options, outfile: join(dist, name), absWorkingDir: root });
  }
  return join(dist, "cli.js");
}
