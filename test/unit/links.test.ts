/** Links of the documentation lead somewhere: to files that are there, and to headings that they have. */
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const repository = "https://github.com/cognito-app-client/cognito-app-client/blob/main/";
const pages = globSync("{*.md,docs/**/*.md,examples/*.md}", { cwd: root }).map((path) => path.replaceAll("\\", "/"));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Without code: what stands there is an example. */
const prose = (text: string) => text.replace(/^( *)(```+|~~~+)[^\n]*\n[\s\S]*?^\1\2/gm, "").replace(/`[^`\n]*`/g, "");

/** As GitHub and VS Code make them of a heading. */
function anchors(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, heading = ""] of text.replace(/^( *)(```+)[^\n]*\n[\s\S]*?^\1\2/gm, "").matchAll(/^#{1,6} +(.+)$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const name = words.replace(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
    found.add(found.has(name) ? `${name}-1` : name);
  }
  return found;
}

/** @returns why a link leads nowhere. */
function fault(target: string, from: string): string | undefined {
  const own = target.startsWith(repository) ? target.slice(repository.length) : undefined;
  if (own === undefined && /^[a-z]+:/.test(target)) return undefined;
  const [path = "", anchor] = (own ?? target).split("#");
  const file = path === "" ? from : relative(root, resolve(root, own === undefined ? dirname(from) : ".", path));
  if (file.startsWith("..")) return "leads out of the repository";
  if (!existsSync(join(root, file))) return "no such file";
  if (anchor !== undefined && file.endsWith(".md") && !anchors(read(file)).has(anchor)) return "no such heading";
  return undefined;
}

test("the check sees a link to nothing", () => {
  expect(fault("nowhere.md", "README.md")).toBe("no such file");
  expect(fault("#nowhere", "README.md")).toBe("no such heading");
  expect(fault("docs/ci.md", "README.md")).toBeUndefined();
  expect(fault(`${repository}docs/nowhere.md`, "README.md")).toBe("no such file");
});

test.each(pages)("%s", (page) => {
  const links = Array.from(prose(read(page)).matchAll(/!?\[[^\]]*\]\(<?([^)\s>]+)>?[^)]*\)/g), ([, to = ""]) => to);
  expect(links.flatMap((link) => fault(link, page) ?? []).map((why, at) => `${links[at]}: ${why}`)).toEqual([]);
});

test("addresses of ours in the code lead to pages that are there", () => {
  const faults = globSync("{client,server,cli,deploy}/**/*.ts", { cwd: root, exclude: ["**/*.test.ts"] }).flatMap(
    (file) =>
      Array.from(
        read(file).matchAll(/https:\/\/github\.com\/cognito-app-client\/cognito-app-client\/blob\/main\/[\w./-]*\.md/g),
        ([to]) => to,
      )
        .filter((to) => fault(to, file) !== undefined)
        .map((to) => `${file}: ${to}`),
  );
  expect(faults).toEqual([]);
});

test("the README is read within five minutes", () => {
  const words = prose(read("README.md"))
    .replace(/\]\([^)]*\)/g, "]")
    .split(/\s+/);
  expect(words.length).toBeLessThan(1100);
});

test("ARCHITECTURE names every folder of the product, and none that is not there", () => {
  const [, map = ""] = /## Folders and borders\n+```\n([\s\S]*?)```/.exec(read("ARCHITECTURE.md")) ?? [];
  const named = new Set(Array.from(map.matchAll(/([\w-]+)\//g), ([, name = ""]) => name));
  const parents = ["client", "cli", "deploy", "server/src/engine", "test", "tools"];
  const there = parents.flatMap((path) =>
    readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : [])),
  );
  expect(there.filter((name) => !named.has(name))).toEqual([]);
  const known = [...there, ...parents.flatMap((path) => path.split("/")), "examples", "schemas", "snippets", "docs"];
  const deeper = ["edit", "template", "fixes", "checks", "lsp", "rules"];
  expect([...named].filter((name) => ![...known, ...deeper].includes(name))).toEqual([]);
});

describe("pages that people look for", () => {
  const guides = [
    "checks",
    "ci",
    "command-line",
    "creating",
    "editors",
    "environments",
    "secrets",
    "settings",
    "templates",
    "updating",
  ];
  test.each(guides)("docs/%s.md is there, and the README leads to it", (name) => {
    expect(existsSync(join(root, `docs/${name}.md`))).toBe(true);
    expect(read("README.md")).toContain(`(docs/${name}.md`);
  });
});

test("each picture of the documentation is used, and comes from the product", () => {
  const used = [...pages, "package.json"].flatMap((page) =>
    Array.from(read(page).matchAll(/([\w-]+\.(?:png|webp))/g), ([, name]) => name),
  );
  for (const picture of globSync("docs/images/*", { cwd: root })) expect(used).toContain(picture.split(/[\\/]/).at(-1));
});
