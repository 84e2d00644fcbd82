import { expect, test } from "vitest";
import { clientsIn } from "../clients/clients-in.ts";
import { limits } from "../document/limits.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

const found = (text: string, dialect: Dialect) =>
  check(parseSpec(text, dialect), { settings: { preset: "recommended", rules: {} } }).filter(
    ({ rule }) => rule.id === "document-limit",
  );

test("too deep is a warning where it begins", () => {
  const nested = (depth: number) => `{"ClientName": ${"[".repeat(depth)}${"]".repeat(depth)}}`;
  expect(found(nested(limits.depth - 1), "jsonc")).toEqual([]);
  const [finding] = found(nested(limits.depth + 5), "jsonc");
  expect(finding).toMatchObject({ severity: "warning", path: [] });
  expect(finding?.message).toMatch(/levels deep/);
  expect(found(`ClientName: ${"[".repeat(100)}${"]".repeat(100)}`, "yaml")).toHaveLength(1);
});

test("too long is a warning, and nothing else is said", () => {
  const text = `ClientName: web\n# ${"x".repeat(limits.partLength)}`;
  expect(
    check(parseSpec(text, "yaml"), { settings: { preset: "recommended", rules: {} } }).map(({ rule }) => rule.id),
  ).toEqual(["document-limit"]);
});

test("aliases that stand for too much", () => {
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x, x]",
    ..."bcdef".split("").map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdef"[index]}`)}]`),
  ].join("\n");
  expect(found(bomb, "yaml")).toHaveLength(1);
});

const many: readonly [string, Dialect, (count: number) => string][] = [
  ["a JSON list", "json", (count) => `[${Array(count).fill('{"ClientName":"a"}').join(",")}]`],
  ["a YAML stream", "yaml", (count) => Array(count).fill("ClientName: a\n").join("---\n")],
  ["a YAML list", "yaml", (count) => "- ClientName: a\n".repeat(count)],
];

test.each(many)(
  "%s of more app clients than a pool can have is a warning, and nothing else is said",
  (_, dialect, of) => {
    const found = check(parseSpec(of(limits.appClients + 1), dialect), {
      settings: { preset: "recommended", rules: {} },
    });
    expect(found.map(({ rule }) => rule.id)).toEqual(["document-limit"]);
    expect(found[0]?.message).toMatch(/more than 10,000 app clients.*Split the file/);
    const most = parseSpec(of(limits.appClients), dialect);
    expect(clientsIn(most)).toHaveLength(limits.appClients);
  },
);

test("typing a comma into the longest list leads over the limit, and taking it away back", () => {
  const text = `[${Array(limits.appClients).fill("{}").join(",")}]`;
  const at = text.length >> 1;
  const full = parseSpec(text, "json");
  const more = parseSpec(`${text.slice(0, at)}${text[at] === "," ? ",{}" : "{},"}${text.slice(at)}`, "json", full);
  expect(more.units).toHaveLength(1);
  expect(parseSpec(text, "json", more).units).toHaveLength(limits.appClients);
});
