import { describe, expect, test } from "vitest";
import { clientsIn } from "../../../server/src/engine/clients/clients-in.ts";
import { reopen } from "../../../server/src/engine/clients/open.ts";
import { nodesIn } from "../../../server/src/engine/clients/template/piece.ts";
import { applyEdits } from "../../../server/src/engine/document/edit/edit.ts";
import type { SpecDocument } from "../../../server/src/engine/document/part.ts";
import { check } from "../../../server/src/engine/features/check.ts";
import { fixesAt } from "../../../server/src/engine/features/fixes.ts";
import type { Finding } from "../../../server/src/engine/lint/finding.ts";
import { random, randomEdit } from "../../support/storm.ts";
import { findingsIn, opened, recommended, templateCorpus, told } from "../../support/template-corpus.ts";
import { templateAsJson } from "../../support/template-json.ts";

/** Longer: `TEMPLATE_STRIDE=1 npm run unit test/unit/properties/templates.test.ts` looks at every prefix. */
const stride = Number(process.env["TEMPLATE_STRIDE"] ?? 97);
/** Of the values of a file, one in so many is changed. */
const thinned = stride === 1 ? 1 : 4;
const corpus = templateCorpus();
const yaml = corpus.filter(({ dialect }) => dialect === "yaml");
const errorsOf = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === "error");

describe("every prefix of a template", () => {
  test.each(corpus)("$path", ({ path, text, dialect, expected }) => {
    const document = opened(text, dialect, path);
    const isAccepted = !expected.some((line) => line.startsWith("error"));
    const clientsEnd = Math.max(
      0,
      ...(document ? clientsIn(document) : []).map(({ base, extent }) => base + extent.end),
    );
    for (let end = path.length % stride; end <= text.length; end += stride) {
      const prefix = text.slice(0, end);
      const findings = findingsIn(prefix, dialect, path);
      const outside = findings.filter(
        ({ span }) => span.start < 0 || span.end > prefix.length || span.end < span.start,
      );
      expect(outside.map(told)).toEqual([]);
      // What is cut off stands behind the app clients, and nothing is concluded from its absence.
      if (isAccepted && end > clientsEnd && clientsEnd > 0)
        expect(errorsOf(findings).map(told), prefix.slice(-60)).toEqual([]);
    }
  });
});

test.each(yaml)("the same findings with CRLF, and behind a byte order mark: $path", ({ path, text, dialect }) => {
  const plain = text.replaceAll("\r\n", "\n").replace(/^\uFEFF/, "");
  const findings = findingsIn(plain, dialect, path).map(told);
  expect(findingsIn(plain.replaceAll("\n", "\r\n"), dialect, path).map(told)).toEqual(findings);
  expect(findingsIn(`\uFEFF${plain}`, dialect, path).map(told)).toEqual(findings);
});

/** What JSON cannot say: tags of other tools, comments, several documents, keys that stand there twice, text in the first column, files that do not parse. */
const onlyYaml =
  /custom-tags|suppressed|foreign-comment|several-documents|duplicate-member|elsewhere\.yaml|first-column|yaml11|serverless\/|fragments\//;

test.each(yaml.filter(({ path }) => !onlyYaml.test(path)))("the same findings in JSON: $path", ({ path, text }) => {
  const inYaml = findingsIn(text, "yaml", path).map(told);
  expect([...new Set(findingsIn(templateAsJson(text), "json", path).map(told))].sort()).toEqual(
    [...new Set(inYaml)].sort(),
  );
});

describe("a value that the deploy fills in adds no error", () => {
  const instead = {
    "an unconstrained parameter": () => "!Ref AnythingAtAll",
    "a variable": () => '"${self:custom.anything}"',
    "a branch with the same value twice": (text: string) => `!If [SomeCondition, ${text}, ${text}]`,
  };
  test.each(yaml)("$path", ({ path, text, dialect }) => {
    const document = opened(text, dialect, path);
    const before = new Set(errorsOf(findingsIn(text, dialect, path)).map(causeOf));
    for (const client of document ? clientsIn(document) : []) {
      let count = text.length % thinned;
      for (const node of nodesIn(client.scope.template?.site.properties)) {
        if (node.kind !== "scalar" || node.alias || node.style === "empty" || node.anchor !== undefined) continue;
        const [start, end] = [client.base + node.span.start, client.base + node.span.end];
        if (isInFunction(text, start) || count++ % thinned !== 0) continue;
        for (const [what, write] of Object.entries(instead)) {
          const changed = `${text.slice(0, start)}${write(text.slice(start, end))}${text.slice(end)}`;
          const added = errorsOf(findingsIn(changed, dialect, path)).filter((error) => !before.has(causeOf(error)));
          expect(added.map((error) => `${what} for ${text.slice(start, end)}: ${told(error)}`)).toEqual([]);
        }
      }
    }
  });
});

/** The rule, and where it speaks as far as the property. */
function causeOf({ rule, path }: Finding): string {
  return `${rule.id} ${path.slice(0, path.indexOf("Properties") + 2).join("/")}`;
}

/** A function's own arguments are names and pieces, not values. */
function isInFunction(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  return /!\w+|Fn::|Ref\b/.test(line) || /(?:Fn::\w+|!\w+)[^\n]*\n(?:\s+-[^\n]*\n)*\s*-[^\n]*$/.test(text.slice(0, at));
}

test.each(corpus.filter((_, index) => index % 3 === 0))(
  "what is known after many edits is what a fresh look says: $path",
  ({ path, text, dialect }) => {
    const choose = random(path.length + text.length);
    const whole = text.replace(/^\uFEFF/, "");
    let current = whole;
    let document = opened(current, dialect, path);
    for (let edit = 0; document && edit < 12; edit++) {
      const { start, end, text: inserted } = randomEdit(current, choose);
      current = choose(10) === 0 ? whole : `${current.slice(0, start)}${inserted}${current.slice(end)}`;
      document = reopen(document, current);
      const fresh = opened(current, dialect, path);
      const kept = check(document, { settings: recommended });
      if (fresh) expect(kept.map(summary)).toEqual(check(fresh, { settings: recommended }).map(summary));
      if (kept[0]) fixesAt(document, kept[0].span, { settings: recommended });
    }
  },
);

function summary(finding: Finding) {
  return `${told(finding)} ${finding.span.start} ${finding.span.end} ${finding.message}`;
}

test.each(corpus)(
  "fixes are offered where they help, and none of what tools wrote: $path",
  ({ path, text, dialect }) => {
    const document = opened(text, dialect, path);
    for (const finding of document ? check(document, { settings: recommended }) : []) {
      const fixes = fixesAt(document as SpecDocument, finding.span, { settings: recommended });
      if (path.startsWith("cdk.out")) expect(fixes).toEqual([]);
      // What a function gives in other scenarios is not a fix's to take away.
      for (const { edits, safe } of fixes) {
        const removed = edits.map(({ span }) => text.slice(span.start, span.end)).join("");
        if (safe) expect(removed).not.toMatch(/!If|!Ref|!Sub|Fn::|"Ref"/);
      }
      for (const { edits, finding: fixed } of fixes) {
        const after = findingsIn(applyEdits(text, edits), dialect, path);
        expect(after.filter(({ rule }) => rule.id === fixed.rule.id).length).toBeLessThan(
          findingsIn(text, dialect, path).filter(({ rule }) => rule.id === fixed.rule.id).length,
        );
      }
    }
  },
);
