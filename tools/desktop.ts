/**
 * `npm run test:desktop`: the extension-host suite in VS Code for the desktop.
 * Needs a display, and the network the first time: @vscode/test-electron downloads VS Code into .vscode-test/.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { run } from "../test/support/cache.ts";
import { bundleHostSuite, printHostResults } from "../test/support/host-suite.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { vsix } from "../test/support/scene.ts";
import { node } from "./step.ts";

async function main(): Promise<number> {
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) {
    console.error(
      "VS Code for the desktop needs a display. Without one: `npm test -- host` runs the same suite in code-server.",
    );
    return 1;
  }
  if ((await node(["tools/package.ts"])) !== 0) return 1;
  const { tests, bystander } = await bundleHostSuite();
  let executable: string;
  try {
    executable = await downloadAndUnzipVSCode(process.env["VSCODE_VERSION"] ?? "stable");
  } catch (error) {
    console.error(`VS Code could not be downloaded: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
  await using temporary = temporaryFolder("desk");
  const folder = join(temporary.path, "specs");
  mkdirSync(folder);
  const own = ["--user-data-dir", join(temporary.path, "user"), "--extensions-dir", join(temporary.path, "extensions")];
  const [cli, ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  if (cli === undefined) throw new Error(`${executable} has no command line`);
  await run(cli, [...cliArguments, ...own, "--install-extension", vsix]);
  const results = join(temporary.path, "results.json");
  const code = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: bystander,
    extensionTestsPath: tests,
    launchArgs: [folder, ...own, "--disable-workspace-trust"],
    extensionTestsEnv: { COGNITO_CLIENT_HOST_RESULTS: results },
  }).catch(() => 1);
  return printHostResults(results) ? code : 1;
}

process.exitCode = await main();
