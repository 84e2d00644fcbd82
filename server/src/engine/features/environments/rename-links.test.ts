import { expect, test } from "vitest";
import { applyEdits } from "../../document/edit/edit.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Dialect } from "../../document/part.ts";
import { renameLinks } from "./rename-links.ts";

const yaml = `clients:
  # the shop
  web.cognito-client.yaml: # mine
    dev: { id: a }
  apis/all.cognito-client.yaml#orders:
    dev: { id: b }
  'apis/all.cognito-client.yaml#stock':
    dev: { id: c }
`;
const renamed = (text: string, from: string, to: string | undefined, dialect: Dialect = "yaml") =>
  applyEdits(text, renameLinks(parseSpec(text, dialect), from, to));

test("a link follows its spec, with its comments", () => {
  expect(renamed(yaml, "web.cognito-client.yaml", "shop/site.cognito-client.yaml")).toBe(
    yaml.replace("web.cognito-client.yaml:", "shop/site.cognito-client.yaml:"),
  );
});

test("all app clients of a file follow it, each with its name and in its quotes", () => {
  expect(renamed(yaml, "apis/all.cognito-client.yaml", "all.cognito-client.yaml")).toBe(
    yaml.replaceAll("apis/all.", "all."),
  );
});

test("links follow a folder, but not one whose name merely begins alike", () => {
  expect(renamed(yaml, "apis", "services/apis")).toBe(yaml.replaceAll("apis/all.", "services/apis/all."));
  expect(renamed(yaml, "api", "x")).toBe(yaml);
});

test("nothing is written for a place that a key cannot name", () => {
  expect(renamed(yaml, "web.cognito-client.yaml", undefined)).toBe(yaml);
});

test("in JSON", () => {
  const json = '{ "clients": { "web.cognito-client.json": { "dev": { "id": "a" } } } }';
  expect(renamed(json, "web.cognito-client.json", "b/w.cognito-client.json", "json")).toBe(
    json.replace("web.", "b/w."),
  );
});
