import { expect, test } from "vitest";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import { complete } from "../../server/src/engine/features/completion/complete.ts";
import { fixAll } from "../../server/src/engine/features/fix-all.ts";
import { specOf } from "../../server/src/engine/reading/spec.ts";

const settings = { preset: "strict", rules: {} } as const;

/** Characters of a text that are looked at one by one or sliced, as far as `String`'s own methods are what looks. */
function charactersRead(run: () => void): number {
  let count = 0;
  const proto = String.prototype;
  const { slice, charAt, indexOf, lastIndexOf } = proto;
  proto.slice = function (from, to) {
    const result = slice.call(this, from, to);
    count += result.length;
    return result;
  };
  proto.charAt = function (at) {
    count++;
    return charAt.call(this, at);
  };
  proto.indexOf = function (sought, from = 0) {
    const at = indexOf.call(this, sought, from);
    count += at < 0 ? this.length - from : at - from;
    return at;
  };
  proto.lastIndexOf = function (this: string, sought: string, from: number = this.length) {
    const at = lastIndexOf.call(this, sought, from);
    count += at < 0 ? from : from - at;
    return at;
  };
  try {
    run();
  } finally {
    Object.assign(proto, { slice, charAt, indexOf, lastIndexOf });
  }
  return count;
}

const repeated = (line: string, count: number) =>
  Array.from({ length: count }, (_, i) => line.replaceAll("#", String(i)));
const list = (name: string, items: readonly string[]) => JSON.stringify({ [name]: items }, null, 2);

test.each<[what: string, dialect: Dialect, text: (size: number) => string]>([
  [
    "suppression comments",
    "yaml",
    (n) => repeated("// cognito-client-disable-next-line x", n).join("\n").replaceAll("//", "#"),
  ],
  [
    "suppression comments on one line",
    "jsonc",
    (n) => `{ ${repeated("/* cognito-client-disable-line implicit-grant */", n).join(" ")} }`,
  ],
  [
    "a suppression of many names",
    "yaml",
    (n) => `# cognito-client-disable ${repeated("implicit-grant", n).join(" ")}\nClientName: a\n`,
  ],
  [
    "suppressions and findings",
    "yaml",
    (n) => repeated("x#: 1 # cognito-client-disable-line unknown-property", n).join("\n"),
  ],
  ["callback URLs", "json", (n) => list("CallbackURLs", repeated("https://app#.example.com/callback", n))],
  ["app clients of a YAML list", "yaml", (n) => repeated("- ClientName: a#\n  # note\n", n).join("")],
])("checking %s costs no more for each, four times the size", (_what, dialect, text) => {
  const cost = (size: number) => {
    const source = text(size);
    return charactersRead(() => check(parseSpec(source, dialect), { settings }));
  };
  cost(50);
  const [small, large] = [cost(100), cost(400)];
  expect(large / small).toBeLessThan(4 * 1.5);
});

test.each<[what: string, dialect: Dialect, text: (size: number) => string]>([
  ["URLs with a space before them", "json", (n) => list("LogoutURLs", repeated(" https://a#.example.com/out", n))],
  ["equal URLs", "json", (n) => list("CallbackURLs", repeated("https://app.example.com", n))],
  ["equal scopes", "yaml", (n) => `AllowedOAuthScopes:\n${repeated("  - openid\n", n).join("")}`],
])("fixing all of %s costs little more for each, eight times the size", (_what, dialect, text) => {
  const cost = (size: number) => {
    const source = text(size);
    const document = parseSpec(source, dialect);
    return charactersRead(() => expect(fixAll(document, { settings })).not.toBe(source));
  };
  cost(50);
  const [small, large] = [cost(50), cost(400)];
  // Log 400 is one and a half times log 50.
  expect(large / small).toBeLessThan(8 * 3);
});

test("an app client of a list that has not changed is not read again", () => {
  const before = parseSpec(`[${repeated('{"ClientName":"a#"}', 100).join(",")}]`, "json");
  check(before, { settings });
  const after = parseSpec(before.text.replace('"a50"', '"b50"'), "json", before);
  const known = new Set(clientsIn(before).map((client) => specOf(client)));
  expect(clientsIn(after).filter((client) => !known.has(specOf(client)))).toHaveLength(1);
});

test("completing reads what stands around the cursor, however long the list and the text before it", () => {
  const read = (count: number) => {
    const urls = Array.from({ length: count }, (_, index) => `https://a.example/${index}`);
    const text = JSON.stringify({ CallbackURLs: urls, AllowedOAuthScopes: ["op"], LogoutURLs: urls }, null, 2);
    const document = parseSpec(text, "json");
    const offset = text.indexOf('"op"') + 3;
    return charactersRead(() => complete(document, offset, { settings }));
  };
  expect(read(4000) / read(400)).toBeLessThan(1.2);
});

test("a letter in a long list reads the items around it again, and looks at no other item", () => {
  const tested = (count: number) => {
    const urls = Array.from({ length: count }, (_, index) => `https://a.example/${index}`);
    const before = parseSpec(JSON.stringify({ CallbackURLs: urls }, null, 2), "json");
    check(before, { settings });
    const text = before.text.replace("/200", "/200x");
    let tests = 0;
    const { test: own } = RegExp.prototype;
    RegExp.prototype.test = function (value) {
      tests++;
      return own.call(this, value);
    };
    try {
      check(parseSpec(text, "json", before), { settings });
    } finally {
      RegExp.prototype.test = own;
    }
    return tests;
  };
  expect(tested(4000)).toBe(tested(400));
});
