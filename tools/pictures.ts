/**
 * `npm run pictures`: the pictures of the walkthrough, the README and docs/, taken of the packaged extension in a real VS Code, light
 * and dark. Small, since they are in both packages: a part of the window, as WebP by the browser that took it.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../test/support/cache.ts";
import { startLocalAccounts } from "../test/support/local-accounts.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { openScene } from "../test/support/scene.ts";
import type { Workbench } from "../test/support/workbench.ts";
import { startFiles } from "./start-page.ts";

const size = { width: 900, height: 560 };
const themes = { dark: "Default Dark Modern", light: "Default Light Modern" } as const;
const folder = join(root, "docs/images");

/** Nothing but what the picture is about. */
const plain = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 15,
  "editor.minimap.enabled": false,
  "editor.renderLineHighlight": "none",
  "editor.stickyScroll.enabled": false,
  "window.commandCenter": false,
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.colorTheme": themes.dark,
};

/** Runs in the page, so it is a text: this project's scripts know no `Image`. */
const encode = `async (base64) => {
  const picture = new Image();
  picture.src = "data:image/png;base64," + base64;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.7 })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}`;

/** WebP as the browser makes it: a tenth of the PNG, and letters stay sharp. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  return Buffer.from(await page.evaluate<string>(`(${encode})(${JSON.stringify(png.toString("base64"))})`), "base64");
}

await using stack = new AsyncDisposableStack();
const accounts = stack.use(await startLocalAccounts(stack.use(temporaryFolder("aws")).path));
const { dev } = accounts;
const example = (name: string) =>
  readFileSync(join(root, "examples", name), "utf8").replace(/eu-west-1_\w+/, dev.poolId);
const scene = stack.use(
  await openScene({
    files: {
      ...startFiles(accounts),
      "broken.cognito-client.yaml": example("broken.cognito-client.yaml"),
      "web.cognito-client.yaml": example("web.cognito-client.yaml"),
    },
    env: { ...accounts.environment },
    settings: plain,
  }),
);
const { workbench, code } = scene;
const { page } = workbench;
await page.setViewportSize(size);
mkdirSync(folder, { recursive: true });

/** Takes what the window shows in both themes; a list that is open stays so. */
async function take(name: string): Promise<void> {
  for (const [kind, theme] of Object.entries(themes)) {
    const settings = join(code.userData, "User/settings.json");
    const now = JSON.parse(readFileSync(settings, "utf8"));
    writeFileSync(settings, JSON.stringify({ ...now, "workbench.colorTheme": theme }));
    await page.locator(`.monaco-workbench.${kind === "dark" ? "vs-dark" : "vs"}`).waitFor();
    await page.waitForTimeout(500);
    const picture = await asWebp(page, await page.screenshot());
    writeFileSync(join(folder, `${name}-${kind}.webp`), picture);
    console.log(`${(picture.length / 1024).toFixed(1).padStart(6)} KB  docs/images/${name}-${kind}.webp`);
  }
}
const own = (title: string) => `Cognito App Client: ${title}`;
const alone = async () => {
  await workbench.runCommand("Notifications: Clear All Notifications");
  await workbench.runCommand("View: Close All Editors");
};

// With the extension's first answer its commands are there, too.
await workbench.openFile("broken.cognito-client.yaml");
await workbench.squiggles("error", 1);
await alone();
await workbench.runCommand("View: Close Primary Side Bar");
const steps: Record<string, (bench: Workbench) => Promise<void>> = {
  async new(bench) {
    await bench.runCommand(own("New Spec…"));
    await bench.quickPick(/kind of application/);
    await take("new");
    await bench.press("Escape");
  },
  async write(bench) {
    await bench.openFile("web.cognito-client.yaml");
    await bench.press("ControlOrMeta+End");
    await bench.press("Enter");
    await bench.completionItems();
    await take("write");
    await bench.press("Escape");
    await bench.runCommand("File: Revert File");
  },
  async fix(bench) {
    await bench.openFile("broken.cognito-client.yaml");
    await bench.goTo(24, 8);
    await bench.squiggles("error", 1);
    await bench.quickFixes();
    await take("fix");
    await bench.press("Escape");
  },
  async connect(bench) {
    await bench.openFile("web.cognito-client.yaml");
    await bench.runCommand(own("Connect to Pool…"));
    await bench.quickPick(/profile/i);
    await bench.pick(dev.profile);
    await bench.notification(/now checked/);
    await bench.runCommand("Notifications: Clear All Notifications");
    const line = example("web.cognito-client.yaml")
      .split("\n")
      .findIndex((text) => text.startsWith("AllowedOAuthScopes"));
    await bench.goTo(line + 2, 1);
    await bench.press("End");
    await bench.press("Enter");
    await bench.type("- ");
    await bench.completionItems();
    await take("connect");
    await bench.press("Escape");
    await bench.runCommand("File: Revert File");
  },
  async create(bench) {
    await bench.openFile("web.cognito-client.yaml");
    await bench.runCommand(own("Create in AWS…"));
    await bench.quickPick(/profile/i);
    await bench.pick(dev.profile);
    await bench.quickPick(/plan beside/i);
    await bench.pick("Create app client");
    await bench.dialog();
    await take("create");
    await bench.press("Escape");
  },
};
for (const step of Object.values(steps)) {
  await step(workbench);
  await alone();
}
