/** What is wrong in a config file that counts is told on that file, open or not, by a pushed list. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FileText } from "../../server/src/engine/index.ts";
import { connect, type LspClient, pullingClient } from "../support/lsp.ts";

const spec = "file:///a/web.cognito-client.yaml";
const config = "file:///a/cognito-client.config.json";
let text: FileText;
let client: LspClient;

beforeEach(async () => {
  client = connect({ readFile: async (uri) => (uri === config ? text : undefined) });
  await client.initialize(pullingClient);
});
afterEach(() => client.dispose());

/** What was last said of the config file, once the spec has been looked at. */
async function told() {
  await client.pull(spec);
  const last = client.pushed.findLast(({ uri }) => uri === config);
  return last?.diagnostics.map(({ message, range: { start } }) => `${start.line}:${start.character} ${message}`);
}

test.each<[what: string, text: FileText, told: string[] | undefined]>([
  ["nothing is wrong", '{ "preset": "strict" }', undefined],
  ["there is none", undefined, undefined],
  [
    "a setting and a rule that do not exist, a level that is none",
    '{\n  "presett": "strict",\n  "rules": {\n    "no-such": "off",\n    "implicit-grant": "fatal"\n  }\n}',
    [
      '1:2 There is no setting "presett". There are: preset, rules, templates.',
      '3:4 There is no rule "no-such". "cognito-client rules" lists them.',
      "4:22 The level of a rule is one of: off, hint, info, warning, error.",
    ],
  ],
  [
    "broken",
    '{ "preset": "strict"\n  "rules": {} }',
    ["1:2 This is not valid JSON, so settings after it may not count."],
  ],
  ["too big", `{}${" ".repeat(200_000)}`, ["0:0 A config file has at most 100000 characters. This one is not read."]],
  ["unreadable", { problem: "is a folder" }, ["0:0 This file is a folder, so it sets nothing."]],
])("%s", async (_, given, expected) => {
  text = given;
  await client.open(spec, "ClientName: a\n");
  expect(await told()).toEqual(expected);
  await client.change(spec, { text: "ClientName: b\n" });
  expect(client.pushed.filter(({ uri }) => uri === config)).toHaveLength(expected ? 1 : 0);
  expect(await told()).toEqual(expected);
});

test("mended, gone, or of no open spec: taken back", async () => {
  const changed = () =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: config, type: 2 }] });
  text = "{ 1 }";
  await client.open(spec, "ClientName: a\n");
  expect(await told()).toHaveLength(1);
  text = "{}";
  await changed();
  expect(await told()).toEqual([]);
  text = "[]";
  await changed();
  expect(await told()).toHaveLength(1);
  text = undefined;
  await changed();
  expect(await told()).toEqual([]);
  text = "[]";
  await changed();
  expect(await told()).toHaveLength(1);
  await client.close(spec);
  expect(await told()).toEqual([]);
});
