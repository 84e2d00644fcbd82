import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { run } from "./compile-cache.ts";
import { toldTo } from "./usage.ts";

const told = toldTo(process.argv.slice(2), join(__dirname, ".."));
if (told) {
  process.stdout.write(told.out ?? "");
  process.stderr.write(told.err ?? "");
  process.exitCode = told.code;
} else {
  keepYoungSmall();
  run(join(__dirname, "language-server.js"), process.env["COGNITO_CLIENT_VERSION"] ?? "0.0.0");
}

/**
 * Trees of texts die young, and a young generation that grows to 16 MB at a time only keeps their garbage: as small as it begins
 * (1 MB), the server is no slower and takes a quarter less memory (tools/bench/cases/memory.ts). Electron is told by a flag alone,
 * by the extension (client/extension.node.ts).
 */
function keepYoungSmall(): void {
  if (process.versions["electron"] === undefined) setFlagsFromString("--semi-space-growth-factor=1");
}
