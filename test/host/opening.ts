/** Not a test: how long somebody waits for the first spec of a window, the server's start included, and for the tenth (tools/bench/cases/windows.ts). */
import { activationTime } from "./activated.ts";
import { findings, show } from "./editor.ts";
import { tell } from "./measured.ts";

export async function run(): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < 10; index++) {
    const start = performance.now();
    await findings(await show(`spec-${index}.cognito-client.yaml`, "ClientName: web\nUserPoolId: 1\n"));
    times.push(performance.now() - start);
  }
  tell({
    "opening the first spec → diagnostics": times[0],
    "opening the tenth spec → diagnostics": times[9],
    "activation for a spec": activationTime(),
  });
}
