import { keepCompiled } from "../server/src/compile-cache.ts";

// Only what is loaded from here on is kept: so the commands, and the engine, are files of their own.
keepCompiled(process.env["COGNITO_CLIENT_VERSION"] ?? "0.0.0");
void import("./bin.ts");
