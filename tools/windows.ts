/**
 * What somebody waits for in a real VS Code, in fresh windows of npm's code-server: `node tools/windows.ts [10]`, after
 * `npm run package`. Prints the median and the worst of each figure; asserts nothing.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleHostSuite } from "../test/support/host-suite.ts";
import { runInWindow } from "../test/support/host-window.ts";
import { startPage } from "../test/support/page.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { vsix } from "../test/support/scene.ts";
import { startVSCode } from "../test/support/vscode.ts";
import { figure } from "./bench/measure.ts";

const windows = Number(process.argv[2] ?? 10);
await using temporary = temporaryFolder("windows");
const folder = join(temporary.path, "specs");
mkdirSync(folder);
const written = join(temporary.path, "written.json");
await using code = await startVSCode({ folder, vsix, env: { COGNITO_CLIENT_HOST_RESULTS: written } });
const values = new Map<string, number[]>();
for (const name of ["opening", "listening"] as const) {
  const suite = await bundleHostSuite(name);
  // One more than counts: the first window of all compiles what later ones find compiled.
  for (let window = 0; window <= windows; window++) {
    await using browser = await startPage();
    await runInWindow(browser.page, code, suite, written);
    const { measured } = JSON.parse(readFileSync(written, "utf8")) as { measured: Record<string, number> };
    rmSync(written);
    for (const [what, milliseconds] of Object.entries(measured)) {
      console.error(`${what}, window ${window}: ${milliseconds.toFixed(0)} ms`);
      if (window > 0) values.set(what, [...(values.get(what) ?? []), milliseconds]);
    }
  }
}
for (const [what, all] of values) {
  const { median, most } = figure(all);
  console.log(`${what}: median ${median.toFixed(0)} ms, worst ${most.toFixed(0)} ms of ${all.length} windows`);
}
process.exit();
