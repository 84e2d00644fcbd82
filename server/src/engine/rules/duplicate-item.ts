import { properties } from "../catalogue/properties.ts";
import type { Item } from "../spec/fields.ts";
import { itemsOf } from "../spec/lists.ts";
import { documentation } from "./links.ts";
import type { Rule } from "./rule.ts";
import { dropItem } from "./shared/fix.ts";
import { shown } from "./shared/shown.ts";

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
