/** The yardstick of the lint budget: positional parse of every file, then a compiled schema. `schema-script.mjs ROOT FOLDER`. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , root, folder] = process.argv;
const require = createRequire(join(root, "package.json"));
const { Ajv } = require("ajv");
const { getNodeValue, parseTree } = require("jsonc-parser");
const { LineCounter, parseDocument } = require("yaml");

const validate = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(join(root, "schemas/cognito-client.schema.json"), "utf8")),
);
let invalid = 0;
for (const file of readdirSync(folder, { recursive: true })) {
  if (!/\.(json|yaml)$/.test(file)) continue;
  const text = readFileSync(join(folder, file), "utf8");
  const value = file.endsWith(".json")
    ? getNodeValue(parseTree(text))
    : parseDocument(text, { lineCounter: new LineCounter() }).toJS();
  if (!validate(value)) invalid++;
}
console.log(`${invalid} invalid`);
