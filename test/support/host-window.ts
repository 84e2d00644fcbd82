import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { HostSuite } from "./host-suite.ts";
import type { startVSCode } from "./vscode.ts";

type Code = Awaited<ReturnType<typeof startVSCode>>;

const limitSeconds = 300;

/** Opens a window of code-server in a page, in whose extension host a suite runs, and waits until it has written its results. */
export async function runInWindow(page: Page, code: Code, { tests, bystander }: HostSuite, written: string) {
  // VS Code reads the two paths from the page's address only with its smoke-test driver, a switch in the page's settings.
  await page.route(
    (url) => url.pathname === "/",
    async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const key = "&quot;developmentOptions&quot;:{";
      if (answer.ok() && html.includes("<html") && !html.includes(key))
        throw new Error("VS Code's page has no developmentOptions");
      await route.fulfill({
        response: answer,
        body: html.replace(key, `${key}&quot;enableSmokeTestDriver&quot;:true,`),
      });
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
}
