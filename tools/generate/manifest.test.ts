import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allRules as rules } from "../../server/src/engine/config/all-rules.ts";
import { manifestText, nlsText } from "./manifest.ts";

const before = {
  name: "x",
  contributes: {
    commands: [{ command: "cognitoClient.create" }],
    languages: [{ id: "cognito-client-yaml", configuration: "./yaml.json", extensions: [".old"] }, { id: "other" }],
    menus: {},
    configurationDefaults: { "[cognito-client-yaml]": { "editor.wordWrap": "on" }, other: {} },
  },
  scripts: { test: "x" },
};
const text = manifestText(JSON.stringify(before));
const after = JSON.parse(text) as { contributes: Record<string, unknown> };

describe("manifestText", () => {
  test("keeps what it does not make, and the order of members", () => {
    expect(Object.keys(after)).toEqual(["name", "contributes", "scripts"]);
    expect(Object.keys(after.contributes).slice(0, 3)).toEqual(["commands", "languages", "menus"]);
    expect(after.contributes.commands).toEqual(before.contributes.commands);
  });

  test("renews the file names of a language and keeps its other members, and other languages", () => {
    const languages = after.contributes.languages as { id: string; extensions?: string[]; configuration?: string }[];
    expect(languages.map(({ id }) => id)).toEqual(["cognito-client-json", "cognito-client-yaml", "other"]);
    expect(languages[1]?.configuration).toBe("./yaml.json");
    expect(languages[1]?.extensions).toContain(".cognito-client.yml");
    expect(languages[1]?.extensions).not.toContain(".old");
  });

  test("no language of ours proposes the words of its documents; settings made by hand stay", () => {
    const defaults = after.contributes.configurationDefaults as Record<string, Record<string, unknown>>;
    expect(defaults["[cognito-client-yaml]"]).toEqual({
      "editor.wordWrap": "on",
      "editor.acceptSuggestionOnEnter": "smart",
      "editor.insertSpaces": true,
      "editor.suggest.snippetsPreventQuickSuggestions": true,
      "editor.tabSize": 2,
      "editor.wordBasedSuggestions": "off",
    });
    expect(defaults["[cognito-client-json]"]).toHaveProperty(["editor.wordBasedSuggestions"], "off");
    expect(defaults).toHaveProperty("other", {});
  });

  test("every rule can be set", () => {
    const { properties } = after.contributes.configuration as {
      properties: Record<string, { properties?: Record<string, { description: string }> }>;
    };
    const settable = properties["cognitoClient.rules"]?.properties ?? {};
    expect(Object.keys(settable)).toEqual(rules.map((rule) => rule.id));
    for (const { description } of Object.values(settable)) expect(description).toMatch(/[^.]\.$/);
  });

  test("made again, nothing changes", () => {
    expect(manifestText(text)).toBe(text);
    expect(text.endsWith("}\n")).toBe(true);
  });
});

test("every text that package.json takes from package.nls.json is there, and none is left over", () => {
  const root = join(import.meta.dirname, "../..");
  const manifest = readFileSync(join(root, "package.json"), "utf8");
  const texts = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")) as Record<string, string>;
  const wanted = [...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
  expect(Object.keys(texts).sort()).toEqual([...new Set(wanted)].sort());
});

test("hand-written texts are kept, the settings' are renewed", () => {
  const renewed = JSON.parse(nlsText('{ "setting.preset": "old", "setting.gone": "x", "command.create": "Create" }'));
  expect(renewed["command.create"]).toBe("Create");
  expect(renewed["setting.preset"]).toMatch(/rules/);
  expect(renewed).not.toHaveProperty("setting.gone");
});
