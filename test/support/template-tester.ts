import { describe, expect, test } from "vitest";
import { applyEdits } from "../../server/src/engine/document/edit/edit.ts";
import type { Dialect, SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import { fixesAt } from "../../server/src/engine/features/fixes.ts";
import type { Finding } from "../../server/src/engine/lint/finding.ts";
import { rules } from "../../server/src/engine/lint/registry.ts";
import type { Preset, Severity } from "../../server/src/engine/lint/rule.ts";
import type { Settings } from "../../server/src/engine/lint/settings.ts";
import { marked } from "./marks.ts";
import { opened, told } from "./template-corpus.ts";
import { templateAsJson } from "./template-json.ts";

export interface TemplateAccepted {
  /** Why the rule stays silent. */
  readonly why: string;
  readonly yaml: string;
  readonly preset?: Preset;
}

export interface TemplateRejected extends TemplateAccepted {
  /** With ‹…› around what this rule must underline. */
  readonly yaml: string;
  readonly message: string | RegExp;
  readonly severity: Severity;
  /** JSON pointer of the first finding. */
  readonly path: string;
  /** All that are offered, in order, and what the template is afterwards. */
  readonly fixes?: readonly { readonly title: string; readonly safe: boolean; readonly yaml: string }[];
}

/** A template around some resources; the pool is there. */
export function template(resources: string, head = ""): string {
  return `AWSTemplateFormatVersion: "2010-09-09"\n${head}Resources:\n  UserPool:\n    Type: AWS::Cognito::UserPool\n${resources}`;
}

/**
 * Runs a rule of templates on templates in both syntaxes. It always demands that the JSON of a template has the same findings at the
 * same pointers, that its fixes have the same names, and that each fix leaves a finding of the rule less.
 */
export function testTemplateRule(
  id: string,
  cases: { readonly accept: readonly TemplateAccepted[]; readonly reject: readonly TemplateRejected[] },
): void {
  describe(id, () => {
    test("is registered", () => expect(rules.map((rule) => rule.id)).toContain(id));
    test.each(cases.accept)("accepts: $why", ({ yaml, preset }) => {
      expect(own(id, yaml, "yaml", preset).map(told)).toEqual([]);
      expect(own(id, templateAsJson(yaml), "json", preset).map(told)).toEqual([]);
    });
    test.each(cases.reject)("reports: $why", (rejected) => rejects(id, rejected));
  });
}

function rejects(id: string, { yaml, message, severity, path, fixes, preset }: TemplateRejected): void {
  const { text, spans } = marked(yaml);
  const found = own(id, text, "yaml", preset);
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  expect(found.map(({ span }) => span)).toEqual(spans);
  expect(found[0]?.message).toMatch(message);
  expect(found[0]?.severity).toBe(severity);
  expect(`/${found[0]?.path.join("/")}`).toBe(path);
  const inJson = templateAsJson(text);
  expect(own(id, inJson, "json", preset).map(told)).toEqual(found.map(told));
  const offered = fixed(id, text, "yaml", preset);
  expect(offered).toEqual(fixes ?? offered.filter(() => false));
  expect(fixed(id, inJson, "json", preset).map(({ title, safe }) => [title, safe])).toEqual(
    offered.map(({ title, safe }) => [title, safe]),
  );
}

/** The fixes of the first finding, each with what it leaves; only those that were tried and helped are offered. */
function fixed(id: string, text: string, dialect: Dialect, preset: Preset | undefined) {
  const document = opened(text, dialect) as SpecDocument;
  const context = { settings: settingsOf(preset) };
  const [first] = check(document, context).filter(({ rule }) => rule.id === id);
  if (!first) return [];
  return fixesAt(document, first.span, context)
    .filter(({ finding }) => finding.rule.id === id && finding.path.join() === first.path.join())
    .map(({ title, safe, edits }) => ({ title, safe, yaml: applyEdits(text, edits) }));
}

function own(id: string, text: string, dialect: Dialect, preset: Preset | undefined): Finding[] {
  const document = opened(text, dialect);
  expect(document, "a template with an app client").toBeDefined();
  return check(document as SpecDocument, { settings: settingsOf(preset) }).filter(({ rule }) => rule.id === id);
}

const settingsOf = (preset: Preset = "recommended"): Settings => ({ preset, rules: {} });
