/** What the window looked like when a test failed: test/e2e/screenshots/failed-….png, named on the console. */
import { afterEach } from "vitest";
import type { Scene } from "../support/scene.ts";

/** To be called once per file, below its other hooks (the last one runs first), with the scene of its tests. */
export function pictureOfFailure(scene: () => Scene | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const name = task.name.replace(/\W+/g, "-").toLowerCase();
    const path = await scene()?.workbench.screenshot(`failed-${name}`);
    if (path !== undefined) console.error(`The window when it failed: ${path}`);
  });
}
