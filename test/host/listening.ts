/** Not a test: how long the extension takes to activate where nothing is its own, so that it only listens (tools/windows.ts). */
import { extension } from "./editor.ts";
import { tell } from "./measured.ts";

export async function run(): Promise<void> {
  const wasActive = extension().isActive;
  const start = performance.now();
  await extension().activate();
  const time = performance.now() - start;
  tell(wasActive ? {} : { "activation that only listens": time });
}
