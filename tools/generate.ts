/**
 * Writes everything that is made from the catalogue and the rules: the registry of rules, schemas, snippets, docs, parts of package.json.
 *
 *     npm run generate              write what is stale
 *     npm run generate -- --check   write nothing; exit 1 and name what is stale
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constsOfType, type Listing, listingText } from "./generate/members-of-folder.ts";
import { settle } from "./generate/output.ts";
import { findRules, registryText } from "./generate/registry.ts";

const root = join(import.meta.dirname, "..");
const rulesFolder = join(root, "server/src/engine/rules");
const pageFolders = [rulesFolder, join(root, "server/src/engine/config/environments/pages")];
const check = process.argv.includes("--check");

/** Folders of which each file is one thing of a kind. */
const listings: Readonly<Record<string, Listing>> = {
  "cli/formats": {
    type: "Format",
    from: "./format.ts",
    name: "formats",
    doc: "The output formats of `lint`, by the name that `--format` takes.",
  },
  "cli/commands": {
    type: "Command",
    from: "../command.ts",
    name: "commands",
    doc: "The commands, by the name that is typed.",
  },
};

/** The registry comes first: the rest is made from the rules that it lists, so it is imported only afterwards. */
async function generate(): Promise<void> {
  const registry = { path: "server/src/engine/lint/registry.ts", text: registryText(findRules(rulesFolder)) };
  const lists = Object.entries(listings).map(([folder, listing]) => ({
    path: `${folder}/index.ts`,
    text: listingText(constsOfType(join(root, folder), listing.type), listing),
  }));
  const stale = settle(root, [registry, ...lists], check);
  const { allRules } = await import("../server/src/engine/config/all-rules.ts");
  const { configSchema, specSchema } = await import("./generate/schema.ts");
  const { environmentsSchema } = await import("./generate/environments-schema.ts");
  const { manifestText, nlsText } = await import("./generate/manifest.ts");
  const { propertiesPage } = await import("./generate/properties-page.ts");
  const { settingsPage } = await import("./generate/settings-page.ts");
  const { rulesPages, withoutPage } = await import("./generate/rules-pages.ts");
  const { snippets } = await import("./generate/snippets.ts");
  const outputs = [
    { path: "schemas/cognito-client.schema.json", text: json(specSchema()) },
    { path: "schemas/config.schema.json", text: json(configSchema()) },
    { path: "schemas/environments.schema.json", text: json(environmentsSchema()) },
    { path: "snippets/json.json", text: json(snippets("json")) },
    { path: "snippets/yaml.json", text: json(snippets("yaml")) },
    { path: "package.json", text: manifestText(readFileSync(join(root, "package.json"), "utf8")) },
    { path: "package.nls.json", text: nlsText(readFileSync(join(root, "package.nls.json"), "utf8")) },
    { path: "docs/properties.md", text: propertiesPage() },
    { path: "docs/settings.md", text: settingsPage() },
    ...rulesPages(allRules, pageFolders),
  ];
  stale.push(...settle(root, outputs, check));
  report(stale, withoutPage(allRules, pageFolders));
}

function report(stale: readonly string[], pageless: readonly string[]): void {
  for (const path of stale) console.log(check ? `stale: ${path}` : `wrote ${path}`);
  if (check && stale.length > 0) fail("generated files are out of date. Run `npm run generate` and commit the result.");
  if (pageless.length > 0)
    fail(`write server/src/engine/rules/<id>.md for the rules without a page: ${pageless.join(", ")}`);
}

function fail(message: string): void {
  console.error(`generate: ${message}`);
  process.exitCode = 1;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

try {
  await generate();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
