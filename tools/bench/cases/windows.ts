import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleHostSuite } from "../../../test/support/host-suite.ts";
import { runInWindow } from "../../../test/support/host-window.ts";
import { startPage } from "../../../test/support/page.ts";
import { temporaryFolder } from "../../../test/support/process.ts";
import { vsix } from "../../../test/support/scene.ts";
import { startVSCode } from "../../../test/support/vscode.ts";
import { figure } from "../measure.ts";
import { met, milliseconds, type Row } from "../table.ts";

/** What the suites of test/host tell, and what VS Code may wait for us, in milliseconds. */
const told: Readonly<Record<string, number | undefined>> = {
  "opening the first spec → diagnostics": undefined,
  "opening the tenth spec → diagnostics": undefined,
  "activation for a spec": 50,
  "activation that only listens": 10,
};

/**
 * What somebody waits for in the packaged extension (`npm run package`) in a real VS Code, npm's code-server, in `windows` fresh
 * windows, the server's start included.
 */
export async function windows(windows: number): Promise<Row[]> {
  if (!existsSync(vsix)) throw new Error("There is no packaged extension: npm run package");
  const values = new Map<string, number[]>();
  await using temporary = temporaryFolder("windows");
  const folder = join(temporary.path, "specs");
  mkdirSync(folder);
  const written = join(temporary.path, "written.json");
  await using code = await startVSCode({ folder, vsix, env: { COGNITO_CLIENT_HOST_RESULTS: written } });
  for (const name of ["opening", "listening"] as const) {
    const suite = await bundleHostSuite(name);
    // One more than counts: the first window of all compiles what later ones find compiled.
    for (let window = 0; window <= windows; window++) {
      await using browser = await startPage();
      await runInWindow(browser.page, code, suite, written);
      const { measured } = JSON.parse(readFileSync(written, "utf8")) as { measured: Record<string, number> };
      rmSync(written);
      if (window === 0) continue;
      for (const [what, time] of Object.entries(measured)) values.set(what, [...(values.get(what) ?? []), time]);
    }
  }
  return Object.entries(told).map(([what, limit]) => {
    const all = values.get(what) ?? [];
    const found = figure(all);
    return {
      what: `VS Code: ${what}`,
      target: limit === undefined ? "" : `≤ ${limit} ms`,
      stretch: "",
      ours: all.length === 0 ? "not told" : `${milliseconds(found)}, ${all.length} windows`,
      ...(limit !== undefined && all.length > 0 && { met: met(found.median, limit) }),
      base: "",
      peers: "",
    };
  });
}
