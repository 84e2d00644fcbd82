import { keepCompiled } from "./compile-cache.ts";

// Only what is loaded from here on is kept: so the server, and the engine, are files of their own.
keepCompiled();
void import("./main.node.ts");
