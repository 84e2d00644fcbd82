/** `npm run new-rule -- <id>`: the files of a new rule, to be filled in. CONTRIBUTING.md shows one. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findRules } from "./generate/registry.ts";
import { idProblem, ruleFiles } from "./generate/rule-skeleton.ts";

const folder = join(import.meta.dirname, "../server/src/engine/rules");
const id = process.argv[2];
const problem = idProblem(id, findRules(folder));
if (id === undefined || problem !== undefined) {
  console.error(problem);
  process.exitCode = 2;
} else {
  for (const [name, text] of Object.entries(ruleFiles(id))) {
    // Fails rather than overwrite a file that has begun.
    writeFileSync(join(folder, name), text, { flag: "wx" });
    console.log(`wrote server/src/engine/rules/${name}`);
  }
  console.log("Fill in what says TODO, then run `npm run generate`.");
}
