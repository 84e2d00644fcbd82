/** A browser page to drive VS Code with. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { root } from "./cache.ts";
import { browser } from "./install.ts";

/** Keeps the browser from calling home, and lets a fulfilled page reach its loopback WebSocket. */
const quietArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=LocalNetworkAccessChecks",
];

export type OwnedPage = AsyncDisposable & { readonly page: Page };

/** Starts a browser without a window. @throws with the reason where no browser can be had. */
export async function startPage(): Promise<OwnedPage> {
  const found = await browser();
  if ("missing" in found) throw new Error(`No browser: ${found.missing}`);
  const started = await chromium.launch({ executablePath: found.executable, args: quietArguments });
  const context = await started.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return { page: await context.newPage(), [Symbol.asyncDispose]: () => started.close() };
}

/** Where screenshots go; git ignores it. */
export const screenshots = join(root, "test/e2e/screenshots");

/** Saves what the page shows as `<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(screenshots, { recursive: true });
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
