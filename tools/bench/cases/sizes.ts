import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "../table.ts";

/** What is shipped, in KB. */
export function sizes(ours: string, before: string | undefined): Row[] {
  const kilobytes = (checkout: string, file: string) =>
    existsSync(join(checkout, file)) ? `${(statSync(join(checkout, file)).size / 1024).toFixed(0)} KB` : "";
  const files = [
    ["dist/cognito-app-client.vsix", "≤ 950 KB", "800 KB"],
    ["dist/server.js", "", ""],
    ["dist/language-server.js", "", ""],
    ["dist/engine.js", "", ""],
    ["dist/extension.js", "", ""],
    ["dist/deploy.js", "", ""],
    ["dist/command-line.js", "", ""],
  ] as const;
  return files.map(([file, target, stretch]) => ({
    what: `\`${file}\``,
    target,
    stretch,
    ours: kilobytes(ours, file),
    base: "",
    peers: "",
    ...(before !== undefined && { before: kilobytes(before, file) }),
  }));
}
