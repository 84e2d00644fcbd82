/** Runs the extension-host suite (test/host) in npm's code-server. `node tools/host.ts [results.json]` */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundleHostSuite, printHostResults } from "../test/support/host-suite.ts";
import { runInWindow } from "../test/support/host-window.ts";
import { startPage } from "../test/support/page.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { vsix } from "../test/support/scene.ts";
import { startVSCode } from "../test/support/vscode.ts";

const suite = await bundleHostSuite("index");
await using temporary = temporaryFolder("host");
const folder = join(temporary.path, "specs");
mkdirSync(folder);
const results = process.argv[2];
const written = join(temporary.path, "written.json");

await using code = await startVSCode({ folder, vsix, env: { COGNITO_CLIENT_HOST_RESULTS: written } });
await using browser = await startPage();
await runInWindow(browser.page, code, suite, written);
const passed = printHostResults(written);
if (results !== undefined) copyFileSync(written, results);
process.exitCode = passed ? 0 : 1;
