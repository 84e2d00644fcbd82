/**
 * Runs `tools/<name>.ts`, which needs a Node that reads TypeScript (22.18 or later).
 * npm scripts get one from the npm package `node`; this file says so in words where that failed.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This is Node ${process.versions.node}, but the project's scripts need Node 24.\n` +
      "Run them through npm (`npm start`, `npm test`): `npm ci` brings Node 24 along, in the npm package `node`.\n" +
      "If npm itself led here, that package's install script did not run: `npm rebuild node` runs it.",
  );
  process.exit(1);
}

// The script sees the arguments as if Node had been started with it.
const script = join(import.meta.dirname, `${process.argv[2]}.ts`);
process.argv.splice(1, 2, script);
await import(pathToFileURL(script).href);
