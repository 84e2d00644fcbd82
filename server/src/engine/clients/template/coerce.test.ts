import { expect, test } from "vitest";
import { properties } from "../../catalogue/properties.ts";
import { readJson } from "../../document/json.ts";
import { findMember, type ObjectNode } from "../../document/node.ts";
import { plainOf } from "../../document/plain.ts";
import { readYaml } from "../../document/yaml.ts";
import { coerceObject } from "./coerce.ts";

/** What CloudFormation makes of a value; `unknown` where that is not certain. */
function taken(name: string, value: string, syntax: "yaml" | "json", isMerged = false): unknown {
  const text = syntax === "yaml" ? `${name}: ${value}` : `{"${name}": ${value}}`;
  const root = syntax === "yaml" ? readYaml(text).root : readJson(text, true).segments[0]?.part.root;
  const node = findMember(coerceObject(root as ObjectNode, properties, text, isMerged), name)?.value;
  const plain = plainOf(node);
  return plain === undefined ? "unknown" : plain;
}

test.each<[string, string, unknown]>([
  ["GenerateSecret", '"true"', true],
  ["GenerateSecret", '"False"', false],
  ["GenerateSecret", '"maybe"', "maybe"],
  ["AccessTokenValidity", '"30"', 30],
  ["AccessTokenValidity", '"-1"', -1],
  ["AccessTokenValidity", '"3.5"', "3.5"],
  ["AccessTokenValidity", "30", 30],
  ["ClientName", "2024", "2024"],
  ["ClientName", "true", "true"],
  ["ClientName", "1.50", "1.50"],
  ["CallbackURLs", '["a", 1]', ["a", "1"]],
  ["CallbackURLs", '"a"', "a"],
  ["TokenValidityUnits", '{"AccessToken": true}', { AccessToken: "true" }],
  [
    "RefreshTokenRotation",
    '{"Feature": "ENABLED", "RetryGracePeriodSeconds": "10"}',
    { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
  ],
  ["NoSuchMember", '"30"', "30"],
])("%s: %s, in both syntaxes", (name, value, expected) => {
  expect(taken(name, value, "yaml")).toEqual(expected);
  expect(taken(name, value, "json")).toEqual(expected);
});

test.each<[string, string, unknown]>([
  ["GenerateSecret", "yes", true],
  ["GenerateSecret", "Off", false],
  ["GenerateSecret", "y", "unknown"],
  ["GenerateSecret", '"yes"', "yes"],
  ["AccessTokenValidity", "036", "unknown"],
  ["AccessTokenValidity", "0o36", "unknown"],
  ["AccessTokenValidity", "0x1E", "unknown"],
  ["AccessTokenValidity", "1_000", "unknown"],
  ["AccessTokenValidity", "1:30", "unknown"],
  ["AccessTokenValidity", '"036"', 36],
])("words of YAML 1.1: %s: %s", (name, value, expected) => {
  expect(taken(name, value, "yaml")).toEqual(expected);
});

test("where files are merged, null takes a property away", () => {
  expect(taken("ClientName", "null", "yaml", true)).toBe("unknown");
  expect(taken("ClientName", "null", "json")).toBeNull();
});
