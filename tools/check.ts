/** `npm run check`: types, lint and format, generated files up to date, and the borders between the parts. */
import { globSync, readFileSync } from "node:fs";
import { root } from "../test/support/cache.ts";
import { crossings, importsOf } from "./borders.ts";
import { circles, upward } from "./stacks.ts";
import { node, script } from "./step.ts";

function borders(): number {
  const sources = globSync("{server,client,cli,deploy}/**/*.ts", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith(".test.ts"));
  const texts = new Map(sources.map((path) => [path, readFileSync(`${root}/${path}`, "utf8")]));
  const imports = new Map([...texts].map(([path, text]) => [path, importsOf(path, text)]));
  const found = [
    ...[...texts].flatMap(([path, text]) => crossings(path, text)),
    ...upward(imports),
    ...circles(imports).map((circle) => `circle: ${circle}`),
  ];
  for (const crossing of found) console.error(crossing);
  return found.length === 0 ? 0 : 1;
}

const checks: Record<string, () => Promise<number> | number> = {
  Types: () => node([script.tsc, "-b"]),
  "Lint and format": () => node([script.biome, "check", "--error-on-warnings"]),
  "Generated files": () => node(["tools/generate.ts", "--check"]),
  "Third-party notices": () => node(["tools/notices.ts", "--check"]),
  Borders: borders,
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const ok = (await check()) === 0;
  console.log(`${ok ? "ok  " : "FAIL"}  ${name}`);
  if (!ok) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
