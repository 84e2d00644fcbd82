import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { membersFor } from "../../server/src/engine/catalogue/properties.ts";
import { root } from "../support/cache.ts";

const page = readFileSync(join(root, "docs/what-aws-does.md"), "utf8");

/** Rows of the page's first table: member, what leaving it out means, how that is known. */
const rows = (page.split("\n## ")[1] ?? "")
  .split("\n")
  .filter((line) => /^\| [A-Z]\w+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, member = "", means = "", known = ""]) => ({ member, means, known }));

test("The page and the catalogue say the same of each member that an update may leave out", () => {
  const catalogue = membersFor("update").flatMap(({ name, omittedInUpdate: omitted }) =>
    omitted
      ? [{ member: name, means: omitted.is === "unknown" ? "not known" : omitted.is, evidence: omitted.evidence }]
      : [],
  );
  const told = rows.map(({ member, means, known }) => ({ member, means, evidence: known.split(" ")[0] }));
  const byName = (one: { member: string }, other: { member: string }) => one.member.localeCompare(other.member);
  expect(told.sort(byName)).toEqual(catalogue.sort(byName));
});
