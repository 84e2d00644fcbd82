import { documentation } from "../catalogue/links.ts";
import { indexesWhere } from "../document/list-memo.ts";
import type { SpecNode } from "../document/node.ts";
import { isPlaceholder } from "../document/placeholder.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import type { Path } from "../reading/fields.ts";
import type { Spec } from "../reading/spec.ts";

const nested = ["TokenValidityUnits", "RefreshTokenRotation", "AnalyticsConfiguration"] as const;

/** Only what nothing fills in by itself: `${…}`, `{{…}}` and intrinsic functions belong to a tool, and are left alone. */
export const placeholderValue: Rule = {
  id: "placeholder-value",
  summary: "Placeholders are filled in before a deploy",
  why: "A value such as `<UserPoolId>`, `$POOL_ID` or `?` stands for one that somebody still has to write. AWS would take it as it is, and refuse it or store it.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "inferred",
  source: documentation.createUserPoolClient("UserPoolId"),
  fixable: false,
  *check(spec) {
    for (const { node, path, text } of placeholders(spec)) {
      yield {
        span: node.span,
        path,
        message: `${shown(text)} is a placeholder. Fill in the real value before you create the app client.`,
        data: { text },
      };
    }
  },
};

function* placeholders(spec: Spec): Generator<{ node: SpecNode; path: Path; text: string }> {
  const entries = [...spec.entries, ...nested.flatMap((name) => spec.nested(name).entries)];
  for (const { member, path } of entries) {
    const { value } = member;
    // A secret is not repeated, whatever it looks like.
    if (!value || member.key === "ClientSecret") continue;
    if (value.kind === "array") {
      for (const index of indexesWhere(value, isPlaceholderItem)) {
        const item = value.items[index] as SpecNode;
        yield { node: item, path: [...path, index], text: placeholderOf(item) ?? "" };
      }
      continue;
    }
    const text = placeholderOf(value);
    if (text !== undefined) yield { node: value, path, text };
  }
}

const isPlaceholderItem = (node: SpecNode) => placeholderOf(node) !== undefined;

function placeholderOf(node: SpecNode): string | undefined {
  if (node.kind !== "unknown" || node.reason !== "template" || node.text === undefined) return undefined;
  return isPlaceholder(node.text) ? node.text : undefined;
}
