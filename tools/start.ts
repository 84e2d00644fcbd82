/** `npm start`: the packaged extension in a real VS Code, on a copy of examples/, with two local AWS accounts. */
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../test/support/cache.ts";
import { codeServer, onPath } from "../test/support/install.ts";
import { type LocalAccount, startLocalAccounts } from "../test/support/local-accounts.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { vsix } from "../test/support/scene.ts";
import { startVSCode } from "../test/support/vscode.ts";
import { startFiles } from "./start-page.ts";
import { interruption, node } from "./step.ts";

/** Puts the pool's id where the copied examples name a pool. */
function fillIn(folder: string, poolId: string): void {
  for (const name of globSync("**/*.{json,jsonc,yaml,yml}", { cwd: folder })) {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    const filled = text.replace(/("?UserPoolId"?\s*:\s*["']?)[\w-]+_\w+/g, `$1${poolId}`);
    if (filled !== text) writeFileSync(file, filled);
  }
}

const described = ({ profile, account, poolId, appClients }: LocalAccount): string =>
  `  profile "${profile}", account ${account}, pool ${poolId}: ${Object.keys(appClients).join(", ")}`;

const signal = interruption();
const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
const began = performance.now();
const say = (message: string): void =>
  console.log(`[${((performance.now() - began) / 1000).toFixed(0).padStart(3)} s] ${message}`);

async function main(): Promise<number> {
  say("Building and packaging the extension…");
  const [packed] = await Promise.all([
    node(["tools/package.ts"], process.env, signal, { quiet: true }),
    codeServer(say),
  ]);
  if (signal.aborted) return 130;
  if (packed !== 0) return 1;

  await using folder = temporaryFolder("start");
  const examples = join(folder.path, "examples");
  cpSync(join(root, "examples"), examples, { recursive: true });
  say("Starting two local AWS accounts…");
  await using accounts = await startLocalAccounts(join(folder.path, "aws"));
  const { dev, prod } = accounts;
  fillIn(examples, dev.poolId);
  for (const [name, text] of Object.entries(startFiles(accounts))) writeFileSync(join(examples, name), text);
  const env: Record<string, string> = { ...accounts.environment };
  say("Starting VS Code…");
  await using code = await startVSCode({
    folder: examples,
    vsix,
    env,
    // The folder's README, as VS Code's own preview: it says what to try.
    settings: { "workbench.startupEditor": "readme" },
  });
  if (signal.aborted) return 130;
  say("Ready.");
  console.log(`
Open this page:  ${code.page}

Two AWS accounts on this machine (${accounts.server.url}), with app clients that somebody made before:
${[dev, prod].map(described).join("\n")}

It opens on a page that says what to try.
${onPath("code") === undefined ? "" : `\nIn your own VS Code instead:  code --install-extension ${vsix}\n`}
Ctrl-C ends all of it and leaves nothing behind.`);

  const ended = await Promise.race([stopped, code.ended]);
  if (ended !== undefined) {
    console.error(`VS Code ended by itself (code ${ended}). Its last words:\n${code.output().slice(-2000)}`);
    return 1;
  }
  console.log("\nEnding…");
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
