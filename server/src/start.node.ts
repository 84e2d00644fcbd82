import { join } from "node:path";
import { keepCompiled } from "./compile-cache.ts";
import { toldTo } from "./usage.ts";

const told = toldTo(process.argv.slice(2), join(__dirname, ".."));
if (told) {
  process.stdout.write(told.out ?? "");
  process.stderr.write(told.err ?? "");
  process.exitCode = told.code;
} else {
  // Only what is loaded from here on is kept: so the server, and the engine, are files of their own.
  keepCompiled(process.env["COGNITO_CLIENT_VERSION"] ?? "0.0.0");
  void import("./main.node.ts");
}
