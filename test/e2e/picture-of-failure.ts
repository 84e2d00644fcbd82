/** What the window looked like when a test failed: test/e2e/screenshots/failed-….png. */
import { afterEach } from "vitest";
import type { Scene } from "../support/scene.ts";

/** To be called once per file, with the scene of its tests. */
export function pictureOfFailure(scene: () => Scene | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const name = task.name.replace(/\W+/g, "-").toLowerCase();
    await scene()?.workbench.screenshot(`failed-${name}`);
  });
}
