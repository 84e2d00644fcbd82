/** Not a test: how long the extension takes to activate where nothing is its own, so that it only listens (tools/bench/cases/windows.ts). */
import { activationTime } from "./activated.ts";
import { extension } from "./editor.ts";
import { tell } from "./measured.ts";

export async function run(): Promise<void> {
  if (extension().isActive) return tell({});
  await extension().activate();
  tell({ "activation that only listens": activationTime() });
}
