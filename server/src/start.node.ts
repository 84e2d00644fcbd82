import { join } from "node:path";
import { run } from "./compile-cache.ts";
import { toldTo } from "./usage.ts";

const told = toldTo(process.argv.slice(2), join(__dirname, ".."));
if (told) {
  process.stdout.write(told.out ?? "");
  process.stderr.write(told.err ?? "");
  process.exitCode = told.code;
} else {
  run(join(__dirname, "language-server.js"), process.env["COGNITO_CLIENT_VERSION"] ?? "0.0.0");
}
