import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settle } from "./output.ts";
import { constName, findRules, registryText } from "./registry.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rules-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

describe("findRules", () => {
  test("finds the rules, sorted, and leaves shared code, tests and itself alone", () => {
    file("url-fragment.ts", "export const urlFragment: Rule = {};");
    file("implicit-grant.ts", "export const implicitGrant: Rule = {};");
    file("urls.ts", "export const loopbackHosts: readonly string[] = [];");
    file("url-fragment.test.ts", "export const urlFragmentTest: Rule = {};");
    file("index.ts", "export const rules: readonly Rule[] = [];");
    file("rule.ts", "export interface Rule {}");
    expect(findRules(folder)).toEqual(["implicit-grant", "url-fragment"]);
  });

  test("a rule under another name than its file's is told, not forgotten", () => {
    file("url-fragment.ts", "export const fragment: Rule = {};");
    expect(() => findRules(folder)).toThrow("rules/url-fragment.ts exports the rule fragment; name it urlFragment");
  });

  test("a page without a rule is told", () => {
    file("url-fragment.md", "");
    file("url-fragment.ts", "export const urlFragment = {};");
    expect(() => findRules(folder)).toThrow('must have "export const urlFragment: Rule"');
  });
});

test("constName turns an id into the name of its const", () => {
  expect(constName("access-token-validity-raw-range")).toBe("accessTokenValidityRawRange");
});

test("registryText imports and lists each rule once", () => {
  const text = registryText(["client-name", "client-name-format"]);
  expect(text.match(/clientNameFormat/g)).toHaveLength(2);
  expect(text.indexOf('"../rules/client-name.ts"')).toBeLessThan(text.indexOf('"../rules/client-name-format.ts"'));
});

describe("settle", () => {
  const output = { path: "a/b.txt", text: "one\ntwo\n" };

  test("writes what differs, and then nothing", () => {
    expect(settle(folder, [output], false)).toEqual(["a/b.txt"]);
    expect(readFileSync(join(folder, "a/b.txt"), "utf8")).toBe(output.text);
    expect(settle(folder, [output], false)).toEqual([]);
  });

  test("in check mode it names what differs and writes nothing", () => {
    settle(folder, [output], false);
    expect(settle(folder, [{ ...output, text: "other\n" }], true)).toEqual(["a/b.txt"]);
    expect(readFileSync(join(folder, "a/b.txt"), "utf8")).toBe(output.text);
  });

  test("CRLF of a checkout is no difference", () => {
    settle(folder, [output], false);
    writeFileSync(join(folder, "a/b.txt"), "one\r\ntwo\r\n");
    expect(settle(folder, [output], true)).toEqual([]);
  });
});
