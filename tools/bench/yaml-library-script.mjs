/** The other yardstick of lint: the YAML server's library on every file, with our schema. `yaml-library-script.mjs ROOT FOLDER LIBRARY`. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , root, folder, library] = process.argv;
const { TextDocument } = createRequire(join(root, "package.json"))("vscode-languageserver-textdocument");
const { getLanguageService } = await import(pathToFileURL(library).href);

const uri = "memory://cognito-client.schema.json";
const schema = JSON.parse(readFileSync(join(root, "schemas/cognito-client.schema.json"), "utf8"));
const service = getLanguageService({
  schemaRequestService: async () => JSON.stringify(schema),
  workspaceContext: { resolveRelativePath: (path) => path },
  clientCapabilities: {},
});
service.configure({ validate: true, schemas: [{ uri, fileMatch: ["*"], schema }] });
const findings = async (name, text) =>
  (await service.doValidation(TextDocument.create(pathToFileURL(name).href, "yaml", 1, text), false)).length;
if ((await findings("/fault.yaml", "ClientName: [1]\n")) === 0) throw new Error("The library does not use the schema.");
let found = 0;
for (const file of readdirSync(folder, { recursive: true })) {
  if (!/\.(json|yaml)$/.test(file)) continue;
  found += await findings(join(folder, file), readFileSync(join(folder, file), "utf8"));
}
console.log(`${found} found`);
