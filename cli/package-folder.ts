import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Beside the bundle (and beside this file's folder) stands the package that it came in. */
const folder = fileURLToPath(new URL("..", import.meta.url));

/** The version of this package. */
export function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return manifest.version;
}

/** @returns the page of a rule as Markdown, or `undefined` where the package came without its pages. */
export function rulePage(id: string): string | undefined {
  const file = join(folder, "docs", "rules", `${id}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
