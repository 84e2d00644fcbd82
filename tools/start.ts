/** `npm start`: the packaged extension in a real VS Code, on a copy of examples/, with two local AWS accounts. */
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../test/support/cache.ts";
import { codeServer, onPath } from "../test/support/install.ts";
import { type LocalAccount, startLocalAccounts } from "../test/support/local-accounts.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { vsix } from "../test/support/scene.ts";
import { startVSCode } from "../test/support/vscode.ts";
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
  if ((await node(["tools/package.ts"], process.env, signal)) !== 0) return 1;
  await codeServer(say);
  if (signal.aborted) return 130;

  await using folder = temporaryFolder("start");
  const examples = join(folder.path, "examples");
  cpSync(join(root, "examples"), examples, { recursive: true });
  say("Starting two local AWS accounts…");
  await using accounts = await startLocalAccounts(join(folder.path, "aws"));
  const { dev, prod } = accounts;
  fillIn(examples, dev.poolId);
  const env: Record<string, string> = { ...accounts.environment };
  say("Starting VS Code…");
  await using code = await startVSCode({ folder: examples, vsix, env });
  if (signal.aborted) return 130;
  say("Ready.");
  console.log(`
Open this page:  ${code.page}

Two AWS accounts on this machine (${accounts.server.url}), with app clients that somebody made before:
${[dev, prod].map(described).join("\n")}

Things to try:
  1. Open a file of the folder. It is a copy: change it as you like, it goes when you press Ctrl-C here.
  2. On a new line, press Ctrl+Space: every property, then every value, with its documentation.
  3. Change a value to something that Cognito refuses: a squiggle says why, and Ctrl+. mends it.
  4. F1, "Cognito App Client: Connect to Pool…", profile "${dev.profile}", pool ${dev.poolId}: scopes, identity
     providers and attributes of that pool are offered and checked.
  5. F1, "Cognito App Client: Create in AWS…", profile "${dev.profile}": creates the app client in that pool, as
     strictly as AWS would. Nothing leaves this machine.
  6. F1, "Cognito App Client: New Spec…".
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
