/** Runs the extension-host suite (test/host) in npm's code-server. `node tools/host.ts [results.json]` */
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bundleHostSuite, printHostResults } from "../test/support/host-suite.ts";
import { startPage } from "../test/support/page.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { vsix } from "../test/support/scene.ts";
import { startVSCode } from "../test/support/vscode.ts";

const limitSeconds = 300;

const { tests, bystander } = await bundleHostSuite();
await using temporary = temporaryFolder("host");
const folder = join(temporary.path, "specs");
mkdirSync(folder);
const results = process.argv[2];
const written = join(temporary.path, "written.json");

await using code = await startVSCode({ folder, vsix, env: { COGNITO_CLIENT_HOST_RESULTS: written } });
await using browser = await startPage();
const { page } = browser;

// VS Code reads the two paths from the page's address only with its smoke-test driver, a switch in the page's settings.
await page.route(
  (url) => url.pathname === "/",
  async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const key = "&quot;developmentOptions&quot;:{";
    if (answer.ok() && html.includes("<html") && !html.includes(key))
      throw new Error("VS Code's page has no developmentOptions");
    await route.fulfill({ response: answer, body: html.replace(key, `${key}&quot;enableSmokeTestDriver&quot;:true,`) });
  },
);
const remote = (path: string): string =>
  `vscode-remote://127.0.0.1:${code.port}${path.startsWith("/") ? "" : "/"}${path.replaceAll("\\", "/")}`;
const payload = [
  ["extensionDevelopmentPath", remote(bystander)],
  ["extensionTestsPath", remote(tests)],
];
const said: string[] = [];
page.on("console", (message) => said.push(message.text()));
await page.goto(`${code.page}&payload=${encodeURIComponent(JSON.stringify(payload))}`);

for (const deadline = Date.now() + limitSeconds * 1000; !existsSync(written); await sleep(100)) {
  if (Date.now() < deadline) continue;
  const log = `${said.slice(-20).join("\n")}\n${code.output().slice(-2000)}`;
  throw new Error(`The suite wrote no result within ${limitSeconds} s.\n${log}`);
}
const passed = printHostResults(written);
if (results !== undefined) copyFileSync(written, results);
process.exitCode = passed ? 0 : 1;
