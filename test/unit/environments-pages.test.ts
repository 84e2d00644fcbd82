import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnvironmentsFile } from "../../server/src/engine/config/environments/read.ts";
import { environmentsRules } from "../../server/src/engine/config/environments/rules.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import { root } from "../support/cache.ts";

/** What only the specs beside the file can tell: `features/environments` tests their pages. */
const needSpecs = ["client-not-found", "pool-mismatch", "pool-missing", "spec-not-found"].map(
  (id) => `environments-${id}`,
);

const ids = environmentsRules.map(({ id }) => id);
const page = (id: string) =>
  readFileSync(join(root, "server/src/engine/config/environments/pages", `${id}.md`), "utf8");
const block = (id: string, heading: string) =>
  new RegExp(`## ${heading}\\n\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(page(id))?.[1] ?? "";
const found = (text: string) => readEnvironmentsFile(parseSpec(text, "yaml")).problems.map(({ rule }) => rule);

test.each(ids)("the page of %s shows what is right", (id) => {
  expect(block(id, "Right")).not.toBe("");
  expect(found(block(id, "Right"))).toEqual([]);
});

test.each(ids.filter((id) => !needSpecs.includes(id)))("the page of %s shows what is wrong", (id) => {
  expect(found(block(id, "Wrong"))).toContain(id);
});
