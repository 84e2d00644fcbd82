/** What is kept from version to version of a file must not keep the versions: an editor stays open for days. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { SpecDocument } from "../../server/src/engine/document/part.ts";
import { check, defaultSettings, fixesAt, openTemplate, parseSpec, reopen } from "../../server/src/engine/index.ts";
import { sample } from "../../tools/bench/documents.ts";
import { templateOf } from "../../tools/bench/template-documents.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const EDITS = 25;
const context = { settings: defaultSettings };

function heap(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Types a letter `edits` times, behind one match of the pattern after the other, and looks at what an editor asks for. */
function typed(document: SpecDocument, pattern: RegExp, edits: number): SpecDocument {
  let now = document;
  for (let edit = 0; edit < edits; edit++) {
    const places = [...now.text.matchAll(pattern)].map(({ index, 0: match }) => index + match.length);
    const at = places[edit % places.length] ?? 0;
    now = reopen(now, `${now.text.slice(0, at)}x${now.text.slice(at)}`);
    check(now, context);
    fixesAt(now, { start: at, end: at }, context);
  }
  return now;
}

const open = {
  json: (text: string) => parseSpec(text, "json"),
  yaml: (text: string) => parseSpec(text, "yaml"),
};
const item = (index: number) =>
  `- ClientName: web-${index}\n  UserPoolId: eu-west-1_AbCdEf123\n  CallbackURLs: [https://app${index}.example.com/in]\n`;
const yamlList = Array.from({ length: 150 }, (_, index) => item(index)).join("");
const template = (syntax: "yaml" | "json", clients: number) =>
  openTemplate(templateOf(syntax, 300_000, clients).text, syntax, `t.${syntax}`);
const anchored = (text: string) => text.replace("Resources:", "Metadata:\n  A: &a x\n  B: *a\nResources:");

test.each([
  ["many app clients of a YAML stream", open.yaml(sample("stream", "huge").text), /ClientName: web-\d+/g],
  ["many app clients of a JSON array", open.json(sample("array", "huge").text), /"ClientName": "web-\d+/g],
  ["items of a YAML list", open.yaml(yamlList), /web-\d+/g],
  ["a long list in JSON", open.json(sample("object", "huge").text), /\/in\/\d+/g],
  ["the app client of a YAML template", template("yaml", 1), /web-\d*/g],
  ["the app client of a JSON template", template("json", 1), /web-\d*/g],
  ["many blocks of a YAML template", template("yaml", 1), /handler \d+/g],
  ["many blocks of a JSON template", template("json", 1), /handler \d+/g],
  ["app clients of a YAML template in turn", template("yaml", 3), /web-\d*/g],
  ["app clients of a JSON template in turn", template("json", 3), /web-\d*/g],
  [
    "a YAML template with anchors",
    openTemplate(anchored(templateOf("yaml", 100_000, 1).text), "yaml", "t.yaml"),
    /web-\d*/g,
  ],
])("editing %s keeps few versions of the text", (_, document, pattern) => {
  let now = typed(document, pattern, 5);
  const { length } = now.text;
  const before = heap();
  now = typed(now, pattern, EDITS);
  // Without care, all versions and all that was read of them would be kept.
  expect(heap() - before).toBeLessThan(6 * length + 1_500_000);
  expect(now.text.length).toBe(length + EDITS);
});
