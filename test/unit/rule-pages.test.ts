/** The examples of the rules' pages do what the pages say: *Wrong* is reported, *Right* is not. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openByContent } from "../../server/src/engine/clients/open.ts";
import type { PoolFacts } from "../../server/src/engine/clients/pool-facts.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import { rules } from "../../server/src/engine/lint/registry.ts";
import { factsWith, onPool } from "../support/pool-facts.ts";

const folder = join(import.meta.dirname, "../../server/src/engine/rules");

interface Block {
  readonly heading: string;
  /** The fence's language: of a pool's facts `json facts`. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, with the heading that each stands under. */
function blocksOf(page: string): Block[] {
  return page.split(/^## /m).flatMap((section) => {
    const heading = section.split("\n", 1)[0] ?? "";
    const blocks = [...section.matchAll(/^```([a-z ]+)\n([\s\S]*?)^```$/gm)];
    return blocks.map(([, language = "", text = ""]) => ({ heading, language, text }));
  });
}

function reports(id: string, { language, text }: Block, facts: PoolFacts | undefined): boolean {
  const dialect: Dialect = language === "json" || language === "jsonc" ? language : "yaml";
  // An example need not say which pool the facts are of.
  const named = /^UserPoolId: (\S+)$/m.exec(text)?.[1];
  const source = facts && named === undefined ? onPool(text) : text;
  const known = facts && new Map([[facts.poolId, facts]]);
  const isOfTemplates = rules.find((rule) => rule.id === id)?.hosts?.includes("template") ?? false;
  const document = (isOfTemplates && openByContent(source, dialect, "page")) || parseSpec(source, dialect);
  const findings = check(document, {
    settings: { preset: "strict", rules: { [id]: "error" } },
    facts: known,
  });
  return findings.some(({ rule }) => rule.id === id);
}

const pages = rules.filter(({ id }) => existsSync(join(folder, `${id}.md`)));

describe.each(pages)("$id", ({ id, poolAware }) => {
  const blocks = blocksOf(readFileSync(join(folder, `${id}.md`), "utf8").replaceAll("\r\n", "\n"));
  const stated = blocks.find(({ language }) => language === "json facts");
  const facts = stated && factsWith(JSON.parse(stated.text));
  const specs = blocks.filter(({ language }) => /^(?:yaml|jsonc?)$/.test(language));

  test("names the facts of the pool, if it needs some", () => {
    if (poolAware && specs.length > 0) expect(stated, "a block ```json facts").toBeDefined();
  });

  for (const heading of ["Wrong", "Right"]) {
    for (const [index, block] of specs.filter((each) => each.heading === heading).entries()) {
      test(`${heading} ${index + 1} is ${heading === "Wrong" ? "reported" : "not reported"}`, () => {
        expect(reports(id, block, facts)).toBe(heading === "Wrong");
      });
    }
  }
});

test("most pages have both", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const headings = (name: string) => blocksOf(readFileSync(join(folder, name), "utf8")).map(({ heading }) => heading);
  const complete = files.filter((name) => ["Wrong", "Right"].every((heading) => headings(name).includes(heading)));
  expect(complete.length).toBeGreaterThan(files.length * 0.8);
});
