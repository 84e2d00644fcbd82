import { join } from "node:path";
import { run } from "../server/src/compile-cache.ts";

run(join(__dirname, "command-line.js"), process.env["COGNITO_CLIENT_VERSION"] ?? "0.0.0");
