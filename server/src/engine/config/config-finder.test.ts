import { describe, expect, test } from "vitest";
import { defaultSettings } from "../lint/settings.ts";
import { configFinder } from "./config-finder.ts";
import { NearestFile } from "./nearest.ts";
import { settingsFor } from "./settings.ts";

/** Files by URI, and how often each was asked for. */
function files(texts: Readonly<Record<string, string | { problem: string }>>) {
  const asked: string[] = [];
  return {
    asked,
    read: async (uri: string) => {
      asked.push(uri);
      return texts[uri];
    },
  };
}

const CONFIG = "cognito-client.config.json";

describe("the nearest file upward", () => {
  test.each([
    ["file:///a/b/web.yaml", "file:///a/b/c.json"],
    ["file:///a/b/deep/er/web.yaml", "file:///a/b/c.json"],
    ["file:///a/web.yaml", "file:///c.json"],
    ["file:///web.yaml", "file:///c.json"],
    ["file:///C:/x/web.yaml", "file:///C:/c.json"],
    ["vscode-vfs://github/org/repo/web.yaml", "vscode-vfs://github/c.json"],
    ["untitled:Untitled-1", undefined],
    ["untitled://x/Untitled-1", undefined],
    ["web.yaml", undefined],
    ["other://host/web.yaml", undefined],
  ])("%s: %s", async (uri, expected) => {
    const there = ["file:///a/b/c.json", "file:///c.json", "file:///C:/c.json", "vscode-vfs://github/c.json"];
    const nearest = new NearestFile(["c.json"], async (at) => (there.includes(at) ? at : undefined));
    expect(await nearest.of(uri)).toBe(expected);
  });

  test("each folder is looked at once, whatever stands in it, until it is forgotten", async () => {
    const { asked, read } = files({ "file:///a/cognito-client.config.json": "{}" });
    const finder = configFinder(read);
    await Promise.all(["file:///a/b/1.yaml", "file:///a/b/2.yaml", "file:///a/3.yaml"].map((uri) => finder.of(uri)));
    expect(asked).toEqual([`file:///a/b/${CONFIG}`, `file:///a/${CONFIG}`]);
    finder.forget();
    await finder.of("file:///a/3.yaml");
    expect(asked).toHaveLength(3);
  });

  test("the first of several names counts within a folder, and a nearer folder before it", async () => {
    const there = ["file:///a/2", "file:///a/b/2", "file:///a/1"];
    const nearest = new NearestFile(["1", "2"], async (at) => (there.includes(at) ? at : undefined));
    expect(await nearest.of("file:///a/x")).toBe("file:///a/1");
    expect(await nearest.of("file:///a/b/x")).toBe("file:///a/b/2");
  });
});

test("a config file that cannot be read counts, with why, and none above it does", async () => {
  const { read } = files({
    [`file:///a/${CONFIG}`]: { problem: "is no regular file" },
    [`file:///${CONFIG}`]: '{"preset":"strict"}',
  });
  const found = await configFinder(read).of("file:///a/x");
  expect(found?.problems).toEqual([
    { message: "This file is no regular file, so it sets nothing.", span: { start: 0, end: 0 } },
  ]);
  expect(settingsFor({ config: found })).toEqual(defaultSettings);
});

test("the command line's word over the config file's over the editor's, rule by rule", () => {
  const editor = { preset: "strict", rules: { a: "hint", b: "hint", c: "hint" } } as const;
  const config = { preset: "recommended", rules: { b: "error", c: "error" } } as const;
  const commandLine = { rules: { c: "off" } } as const;
  expect(settingsFor({ editor, config, commandLine })).toEqual({
    preset: "recommended",
    rules: { a: "hint", b: "error", c: "off" },
  });
  expect(settingsFor({ editor, config, commandLine: { preset: "strict" } }).preset).toBe("strict");
  expect(settingsFor({ editor })).toBe(editor);
  expect(settingsFor({})).toBe(defaultSettings);
});
