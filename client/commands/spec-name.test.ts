import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { associationFor, isSpecName, proposedName, withSpecName } from "./spec-name.ts";
import { startersOf } from "./starters.ts";

interface Manifest {
  readonly contributes: { readonly languages: { id: string; extensions?: string[]; filenames?: string[] }[] };
}
const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const claimed = contributes.languages
  .filter(({ id }) => id.startsWith("cognito-client-"))
  .flatMap(({ extensions = [], filenames = [] }) => [...extensions.map((ending) => `web${ending}`), ...filenames]);

test.each(claimed)("%s tells that it is a spec, as package.json claims it", (name) => {
  expect(isSpecName(name)).toBe(true);
  expect(isSpecName(`/work/${name}`)).toBe(true);
});

test.each(["client.json", "web.yaml", "mycognito-client.yaml", "cognito-client.txt", "cognito-client.json/web.json"])(
  "%s does not",
  (name) => expect(isSpecName(name)).toBe(false),
);

describe("a name that does not tell gets one that does", () => {
  test.each([
    ["/work/nightly.json", "json", "/work/nightly.cognito-client.json"],
    ["/work/nightly.jsonc", "json", "/work/nightly.cognito-client.jsonc"],
    ["/work/nightly.yml", "yaml", "/work/nightly.cognito-client.yml"],
    ["/work/nightly", "yaml", "/work/nightly.cognito-client.yaml"],
    ["/work/nightly.v2", "json", "/work/nightly.v2.cognito-client.json"],
    ["/work/web.cognito-client.yaml", "yaml", "/work/web.cognito-client.yaml"],
  ] as const)("%s (%s)", (path, syntax, expected) => {
    expect(withSpecName(path, syntax)).toBe(expected);
    expect(isSpecName(expected)).toBe(true);
  });
});

test.each(["json", "yaml"] as const)("each starter proposes a name of its own (%s)", (syntax) => {
  const names = startersOf(readFileSync(`snippets/${syntax}.json`, "utf8")).map(({ body }) =>
    proposedName(body, syntax),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain(`nightly-job.cognito-client.${syntax}`);
});

test.each([
  ["deploy/client.json", "**/deploy/client.json"],
  ["client.json", "**/client.json"],
  ["/home/me/client.json", "/home/me/client.json"],
  ["a [1]/{x}*.json", "**/a [[]1[]]/[{]x[}][*].json"],
])("an association is for the one file: %s", (path, pattern) => expect(associationFor(path)).toBe(pattern));
