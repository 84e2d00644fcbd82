/** `npm run package`: builds, then packs the extension as dist/cognito-app-client.vsix, and prints sizes. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { root } from "../test/support/cache.ts";
import { vsix } from "../test/support/scene.ts";
import { node } from "./step.ts";

/** KB. What people download for an editor's extension should not be felt. */
const BUDGET = 950;

const size = (file: string): string =>
  `${(statSync(file).size / 1024).toFixed(0).padStart(6)} KB  ${file.slice(root.length + 1)}`;

const built = await node(["esbuild.mjs"]);
if (built !== 0) {
  console.error("The build failed; nothing was packaged.");
  process.exit(built);
}
await createVSIX({
  cwd: root,
  packagePath: vsix,
  dependencies: false,
});
if (statSync(vsix).size > BUDGET * 1024) console.warn(`The .vsix is over its budget of ${BUDGET} KB.`);
const dist = join(root, "dist");
for (const name of readdirSync(dist).sort()) if (/\.(js|vsix)$/.test(name)) console.log(size(join(dist, name)));
