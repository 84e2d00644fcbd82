/**
 * Writes everything that is made from the catalogue and the rules: the registry of rules, schemas, snippets, docs, parts of package.json.
 *
 *     npm run generate              write what is stale
 *     npm run generate -- --check   write nothing; exit 1 and name what is stale
 */
import { join } from "node:path";
import { type Output, settle } from "./generate/output.ts";
import { findRules, registryText } from "./generate/registry.ts";

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");

const registry: Output = {
  path: "server/src/engine/rules/index.ts",
  text: registryText(findRules(join(root, "server/src/engine/rules"))),
};
// The registry comes first: what follows is made from the rules that it lists.
const stale = settle(root, [registry], check);

for (const path of stale) console.log(check ? `stale: ${path}` : `wrote ${path}`);
if (check && stale.length > 0) {
  console.error("Generated files are out of date. Run `npm run generate` and commit the result.");
  process.exitCode = 1;
}
