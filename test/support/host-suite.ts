/** What both hosts of the extension-host suite need: the bundled suite, a bystander extension, a workspace. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./cache.ts";

export interface HostSuite {
  /** The module that exports `run()`. */
  readonly tests: string;
  /**
   * VS Code runs tests only beside an extension in development. Ours is to be the packaged one, so this one is empty.
   */
  readonly bystander: string;
}

/** Bundles an entry of test/host into dist-test. */
export async function bundleHostSuite(entry: "index" | "opening" | "listening" = "index"): Promise<HostSuite> {
  const out = join(root, "dist-test");
  const bystander = join(out, "bystander");
  mkdirSync(bystander, { recursive: true });
  writeFileSync(join(out, "package.json"), '{"type":"commonjs"}\n');
  const manifest = { name: "bystander", publisher: "test", version: "0.0.0", engines: { vscode: "*" } };
  writeFileSync(join(bystander, "package.json"), JSON.stringify(manifest));
  const tests = join(out, entry === "index" ? "host.js" : `${entry}.js`);
  await build({
    entryPoints: [join(root, "test/host", `${entry}.ts`)],
    outfile: tests,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return { tests, bystander };
}

interface Report {
  testResults: { assertionResults: { status: string; title: string; message?: string }[] }[];
  measured: Record<string, number>;
}

/** Prints a finished suite for people; answers whether all of it passed. */
export function printHostResults(file: string): boolean {
  const { testResults, measured } = JSON.parse(readFileSync(file, "utf8")) as Report;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { status, title, message } of all) {
    console.log(`${status.padEnd(7)} ${title}`);
    if (message !== undefined) console.log(message.replace(/^/gm, "        "));
  }
  for (const [what, milliseconds] of Object.entries(measured))
    console.log(`${milliseconds.toFixed(0).padStart(6)} ms  ${what}`);
  return all.every(({ status }) => status !== "failed");
}
