/**
 * `npm test`: the checks, one build and package, then every level of tests; ends with `N passed, N failed`.
 *
 * What this machine lacks is named in one line and skipped; with `CI=true` a skip is a failure.
 * `npm test -- unit lsp` runs some levels only.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../test/support/cache.ts";
import { browser, codeServer, moto, onPath } from "../test/support/install.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { interruption, node, script, seconds } from "./step.ts";
import { add, readResults, summary, type Tally } from "./tally.ts";

const levels = ["unit", "recipes", "lsp", "aws", "e2e", "host"];
const chosen = process.argv.slice(2);
for (const name of chosen.filter((name) => !levels.includes(name))) {
  console.error(`There is no level "${name}"; there are ${levels.join(", ")}.`);
  process.exit(2);
}
const wanted = (level: string): boolean => chosen.length === 0 || chosen.includes(level);

const signal = interruption();
await using temporary = temporaryFolder("test");
// Elsewhere the path would grow too long for the sockets that VS Code makes in it.
const own = process.platform === "linux" ? { TMPDIR: temporary.path } : {};
const env = { ...process.env, ...own, COGNITO_CLIENT_BUILT: "true" };
const results = join(root, ".cache/results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const report: string[] = [];

async function level(name: string, job: () => Promise<Tally>): Promise<Tally> {
  if (signal.aborted) return total;
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 70 - name.length))}`);
  const start = performance.now();
  const tally = await job();
  if (signal.aborted) return tally;
  add(total, tally);
  report.push(`${name.padEnd(10)} ${summary(tally).padEnd(36)} ${seconds(performance.now() - start)}`);
  return tally;
}

/** A step that either succeeds, which is nothing to count, or is one failure. */
const step = async (args: string[]): Promise<Tally> => {
  const failed = (await node(args, env, signal)) === 0 ? 0 : 1;
  return { passed: 0, failed, skipped: 0 };
};

const vitest = async (project: string): Promise<Tally> => {
  const file = join(results, `${project}.json`);
  const args = [script.vitest, "run", "--project", project, "--reporter=default", "--reporter=json"];
  const code = await node([...args, `--outputFile.json=${file}`], env, signal);
  return readResults(file, code);
};

const missing = (what: string, why: string): Tally => {
  console.log(`skipped: ${what}: ${why}`);
  return { passed: 0, failed: 0, skipped: 1 };
};

if (chosen.length === 0) await level("check", () => step(["tools/check.ts"]));
const packaged = await level("package", () => step(["tools/package.ts"]));
if (wanted("unit")) await level("unit", () => vitest("unit"));
if (wanted("recipes")) await level("recipes", () => vitest("recipes"));
if (wanted("lsp")) {
  if (onPath("nvim") === undefined) console.log("Neovim was not found: the tests that drive it are skipped.");
  await level("lsp", () => vitest("lsp"));
}
if (wanted("aws")) {
  const found = await moto(console.log);
  if ("missing" in found) console.log(`Tests that need moto are skipped: ${found.missing}.`);
  await level("aws", () => vitest("aws"));
}
if ((wanted("e2e") || wanted("host")) && packaged.failed === 0 && !signal.aborted) {
  const found = await browser(console.log);
  if ("missing" in found) {
    await level("e2e, host", async () => missing("the tests in a real VS Code", found.missing));
  } else {
    await codeServer(console.log);
    if (wanted("e2e")) await level("e2e", () => vitest("e2e"));
    if (wanted("host"))
      await level("host", async () => {
        const file = join(results, "host.json");
        const code = await node(["tools/host.ts", file], env, signal);
        return readResults(file, code);
      });
  }
}

if (signal.aborted) {
  console.error("\nInterrupted.");
  process.exitCode = 130;
} else {
  const strict = process.env["CI"] === "true";
  if (strict && total.skipped > 0) {
    console.log(`\nCI=true: ${total.skipped} skipped count as failed.`);
    total.failed += total.skipped;
    total.skipped = 0;
  }
  console.log(`\n${report.join("\n")}\n\n${summary(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
