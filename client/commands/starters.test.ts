import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startersOf } from "./starters.ts";

const read = (syntax: string) => startersOf(readFileSync(`snippets/${syntax}.json`, "utf8"));

test("the shipped snippets offer the same starters in JSON and in YAML, most common first", () => {
  const titles = read("json").map(({ title }) => title);
  expect(titles).toEqual(read("yaml").map(({ title }) => title));
  expect(titles.slice(0, 4)).toEqual([
    "Single-page application",
    "Native application",
    "Web application with a secret",
    "Machine-to-machine",
  ]);
});

test.each(["json", "yaml"])("each %s starter is a whole spec with a name to fill in", (syntax) => {
  for (const { body, description } of read(syntax)) {
    expect(body).toMatch(/ClientName"?: "?\$\{\d+:/);
    expect(description).not.toBe("");
  }
});
