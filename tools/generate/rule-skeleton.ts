import { constName } from "./registry.ts";

/** @returns what is wrong with a new rule's id, or `undefined`. */
export function idProblem(id: string | undefined, existing: readonly string[]): string | undefined {
  if (id === undefined) return "Give the new rule's id: npm run new-rule -- callback-url-typo";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    return `"${id}" is no rule id: small letters and dashes, at least two words.`;
  if (existing.includes(id)) return `The rule ${id} exists already.`;
  return undefined;
}

/** @returns the three files of a new rule, by name. The test fails until the rule finds something. */
export function ruleFiles(id: string): Record<string, string> {
  return { [`${id}.ts`]: ruleText(id), [`${id}.test.ts`]: testText(id), [`${id}.md`]: pageText };
}

function ruleText(id: string): string {
  return `import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

/** TODO: the one thing that the next reader should know of this rule. */
export const ${constName(id)}: Rule = {
  id: "${id}",
  summary: "TODO: one line, present tense, no full stop",
  why: "TODO: a few sentences for hover: why it matters.",
  // An error is only what AWS is documented or observed to reject.
  severity: { recommended: "hint", strict: "info" },
  evidence: "inferred",
  source: documentation.createUserPoolClient("ClientName"),
  fixable: false,
  *check(spec) {
    const name = spec.string("ClientName");
    if (name.state !== "known" || name.value !== "TODO") return;
    yield {
      span: name.node.span,
      path: name.path,
      message: "TODO: what is wrong, why, what to do.",
    };
  },
};
`;
}

function testText(id: string): string {
  return `import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("${id}", {
  accept: [{ why: "TODO: what must not be flagged, with its source", yaml: "ClientName: web" }],
  // The marks ‹› stand around what is underlined.
  reject: [{ yaml: "TODO: ‹what the rule underlines›" }],
});
`;
}

const pageText = `TODO: what the rule checks, in one sentence.

## Why

TODO: the threat, or AWS's own message, with its source.

## Wrong

\`\`\`yaml
ClientName: TODO
\`\`\`

## Right

\`\`\`yaml
ClientName: web
\`\`\`

## Fix

TODO: what the quick fix does, and whether it is safe; or that there is none.

## When to turn it off

TODO
`;
