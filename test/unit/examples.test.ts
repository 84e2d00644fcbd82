import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { applyEdits } from "../../server/src/engine/document/edit/edit.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import type { Finding } from "../../server/src/engine/lint/finding.ts";
import { specLanguages } from "../../server/src/file-names.ts";

const folder = join(import.meta.dirname, "../../examples");
const names = readdirSync(folder).filter((name) => name !== "README.md");
const clean = names.filter((name) => !name.startsWith("broken."));

function open(name: string): SpecDocument {
  return parseSpec(readFileSync(join(folder, name), "utf8"), dialectOf(name));
}

/** Findings that a reader of the examples would see in Problems. */
function seen(document: SpecDocument): Finding[] {
  return check(document, { settings: { preset: "recommended", rules: {} } }).filter(
    ({ severity }) => severity !== "hint",
  );
}

describe.each(names)("%s", (name) => {
  test("is a spec by its name", () => {
    expect(specLanguages.some(({ extensions }) => extensions.some((ending) => name.endsWith(ending)))).toBe(true);
  });

  test("is free of syntax problems", () => {
    expect(open(name).units.flatMap(({ part }) => part.problems.map(({ message }) => message))).toEqual([]);
  });
});

test.each(clean)("%s has no finding in Problems", (name) => {
  expect(seen(open(name)).map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
});

describe("broken.cognito-client.yaml", () => {
  const errors = (document: SpecDocument) => seen(document).filter(({ severity }) => severity === "error");

  test("has the seven mistakes that its comments count, in their order", () => {
    expect([...new Set(errors(open("broken.cognito-client.yaml")).map(({ rule }) => rule.id))].sort()).toEqual([
      "auth-flows-legacy-mixed",
      "default-redirect-not-in-callbacks",
      "oauth-flow-enum",
      "rotation-with-refresh-token-auth",
      "token-validity-range",
      "unknown-property",
      "url-http-not-loopback",
    ]);
  });

  test("the first fix of each error, taken one after the other, leaves none", () => {
    let document = open("broken.cognito-client.yaml");
    for (let taken = 0; taken < 20; taken++) {
      const [error] = errors(document);
      if (!error) return;
      const fix = error.fixes?.()[0];
      expect(fix, `${error.rule.id}: ${error.message}`).toBeDefined();
      document = parseSpec(applyEdits(document.text, fix?.edits ?? []), "yaml");
    }
    expect(errors(document).map(({ rule }) => rule.id)).toEqual([]);
  });
});
