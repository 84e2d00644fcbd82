import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { slugOf, specText } from "./spec-file.ts";

test.each([
  ["web-prod", "web-prod"],
  ["Web App (prod)", "web-app-prod"],
  ["Büro", "buro"],
  ["../../etc/passwd", "etc-passwd"],
  ["a/b\\c", "a-b-c"],
  ["..", "client-1abc"],
  ["CON", "client-1abc"],
  ["com1", "client-1abc"],
  ["name. ", "name"],
  ["‮evil", "evil"],
  ["株式会社", "client-1abc"],
  ["x".repeat(128), "x".repeat(60)],
])("%j becomes %s", (name, slug) => {
  expect(slugOf(name, "1AbC")).toBe(slug);
});

describe("the text is the spec again, whatever stands in it", () => {
  const spec = {
    ClientName: "a: #b\n- [c] \u202e ---\n!!js",
    CallbackURLs: ["https://a.example.com/#x", "yes", "0x1F", "~"],
    TokenValidityUnits: { AccessToken: "minutes" },
    EnableTokenRevocation: false,
    IdTokenValidity: 5,
  };
  test("YAML", () => expect(parse(specText(spec, "yaml"))).toEqual(spec));
  test("JSON", () => expect(JSON.parse(specText(spec, "json"))).toEqual(spec));
});
