/**
 * `npm run pictures`: the pictures of the walkthrough, the README and docs/, taken of the packaged extension in a real VS Code, light
 * and dark. Small, since they are in the packages: as WebP, by the browser that took them.
 * `cwebp -lossless -z 9` over the result takes another third off, where it is installed.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../test/support/cache.ts";
import { startLocalAccounts } from "../test/support/local-accounts.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { openScene } from "../test/support/scene.ts";
import { startFiles } from "./start-page.ts";

/** Little more than what the walkthrough shows of it: letters stay readable. */
const size = { width: 660, height: 430 };
const themes = { dark: "Default Dark Modern", light: "Default Light Modern" } as const;
const folder = join(root, "docs/images");

/** Nothing but what the picture is about. */
const plain = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 13,
  "editor.minimap.enabled": false,
  "editor.renderLineHighlight": "none",
  "editor.stickyScroll.enabled": false,
  "window.commandCenter": false,
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
};

/**
 * Runs in the page, so it is a text: this project's scripts know no `Image`. A window has few colours: with the most frequent ones
 * alone, without loss, letters stay sharp and a picture is half of what a photograph's compression makes of it.
 */
const encode = `async (base64, most) => {
  const picture = new Image();
  picture.src = "data:image/png;base64," + base64;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const parts = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const apart = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  const kept = [];
  for (const [pixel] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (kept.length === most) break;
    if (kept.every((each) => apart(parts(each), parts(pixel)) > 300)) kept.push(pixel);
  }
  const nearest = new Map();
  for (const pixel of counts.keys())
    nearest.set(pixel, kept.reduce((a, b) => (apart(parts(a), parts(pixel)) <= apart(parts(b), parts(pixel)) ? a : b)));
  for (let at = 0; at < pixels.length; at++) pixels[at] = nearest.get(pixels[at]);
  context.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 1 })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}`;
const MOST_COLOURS = 64;

async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const given = JSON.stringify(png.toString("base64"));
  return Buffer.from(await page.evaluate<string>(`(${encode})(${given}, ${MOST_COLOURS})`), "base64");
}

const example = (name: string, poolId: string) =>
  readFileSync(join(root, "examples", name), "utf8").replace(/eu-west-1_\w+/, poolId);
const own = (title: string) => `Cognito App Client: ${title}`;

/** All pictures in one theme. */
async function takeAll(kind: keyof typeof themes): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const accounts = stack.use(await startLocalAccounts(stack.use(temporaryFolder("aws")).path));
  const { dev } = accounts;
  const web = example("web.cognito-client.yaml", dev.poolId);
  const { workbench } = stack.use(
    await openScene({
      files: {
        ...startFiles(accounts),
        "broken.cognito-client.yaml": example("broken.cognito-client.yaml", dev.poolId),
        "web.cognito-client.yaml": web,
      },
      env: { ...accounts.environment },
      settings: { ...plain, "workbench.colorTheme": themes[kind] },
    }),
  );
  const { page } = workbench;
  await page.setViewportSize(size);
  const take = async (name: string) => {
    await page.locator(`.monaco-workbench.${kind === "dark" ? "vs-dark" : "vs"}`).waitFor();
    // Where the mouse rests there would be a tooltip.
    await page.mouse.move(size.width - 2, size.height / 2);
    await page.waitForTimeout(500);
    const picture = await asWebp(page, await page.screenshot());
    writeFileSync(join(folder, `${name}-${kind}.webp`), picture);
    console.log(`${(picture.length / 1024).toFixed(1).padStart(6)} KB  docs/images/${name}-${kind}.webp`);
  };
  const alone = async () => {
    await workbench.press("Escape");
    await workbench.runCommand("Notifications: Clear All Notifications");
    await workbench.runCommand("View: Close All Editors");
  };
  // With the extension's first answer its commands are there, too.
  await workbench.openFile("broken.cognito-client.yaml");
  await workbench.squiggles("error", 1);
  await workbench.runCommand("View: Close Primary Side Bar");

  await workbench.goTo(24, 8);
  await workbench.quickFixes();
  await take("fix");
  await alone();

  await workbench.runCommand(own("New Spec…"));
  await workbench.quickPick(/kind of application/);
  await take("new");
  await alone();

  await workbench.openFile("web.cognito-client.yaml");
  await workbench.press("ControlOrMeta+End");
  await workbench.press("Enter");
  await workbench.completionItems();
  await take("write");
  await workbench.press("Escape");
  await workbench.runCommand("File: Revert File");

  await workbench.runCommand(own("Connect to Pool…"));
  await workbench.quickPick(/profile/i);
  await workbench.pick(dev.profile);
  await workbench.notification(/now checked/);
  await workbench.runCommand("Notifications: Clear All Notifications");
  await workbench.goTo(web.split("\n").findIndex((text) => text.startsWith("AllowedOAuthScopes")) + 2);
  await workbench.press("End");
  await workbench.press("Enter");
  await workbench.completionItems();
  await take("connect");
  await workbench.press("Escape");
  await workbench.runCommand("File: Revert File");

  await workbench.runCommand(own("Create in AWS…"));
  await workbench.quickPick(/profile/i);
  await workbench.pick(dev.profile);
  await workbench.quickPick(/plan beside/i);
  await workbench.pick("Create app client");
  await workbench.dialog();
  await take("create");
}

mkdirSync(folder, { recursive: true });
for (const kind of ["dark", "light"] as const) await takeAll(kind);
