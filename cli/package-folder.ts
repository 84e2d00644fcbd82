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

/**
 * @returns the page of a rule as Markdown, or `undefined` where the package came without its pages: out of the one file in which
 * they ship, in a checkout from their folder.
 */
export function rulePage(id: string): string | undefined {
  const file = join(folder, "docs/rules", `${id}.md`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const packed = join(folder, "dist/rule-pages.json");
  return existsSync(packed) ? JSON.parse(readFileSync(packed, "utf8"))[id] : undefined;
}
