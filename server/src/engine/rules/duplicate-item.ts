import { documentation } from "../catalogue/links.ts";
import { properties } from "../catalogue/properties.ts";
import { isDistinct } from "../document/list-memo.ts";
import { dropItem } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import type { Item } from "../reading/fields.ts";
import { itemsOf } from "../reading/lists.ts";

const lists = properties.filter(({ value }) => value.type === "list").map(({ name }) => name);

/** AWS's model does not ask for unique items, and what Cognito makes of a repeated one is not documented. */
export const duplicateItem: Rule = {
  id: "duplicate-item",
  summary: "Each item of a list stands there once",
  why: "A repeated item changes nothing and is usually a slip: often another value was meant.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "inferred",
  source: documentation.createUserPoolClient("CallbackURLs"),
  fixable: true,
  tag: "unnecessary",
  *check(spec) {
    for (const name of lists) {
      const list = spec.list(name);
      if (list.state !== "known") continue;
      if (isDistinct(list.node)) continue;
      const seen = new Map<string, Item>();
      for (const item of itemsOf(list)) {
        const first = seen.get(item.value);
        if (!first) {
          seen.set(item.value, item);
          continue;
        }
        yield {
          span: item.node.span,
          path: item.path,
          message: `${shown(item.value)} already stands in ${name}. Remove one of the two.`,
          data: { value: item.value, list: name },
          related: [{ span: first.node.span, message: "the first one" }],
          fixes: (part) => dropItem(part, list.node, item.node, { safe: true, title: "Remove the repeated item" }),
        };
      }
    }
  },
};
