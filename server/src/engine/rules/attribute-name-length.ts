import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { sentence } from "../lint/checks/check-format.ts";
import { dropItem } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

export const attributeNameLength: Rule = {
  id: "attribute-name-length",
  summary: "An attribute name in ReadAttributes and WriteAttributes has 1 to 2048 characters",
  why: "An empty name in the list names nothing, and the whole request is refused for it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ReadAttributes"),
  refusals: [modelConstraint("ReadAttributes", "items"), modelConstraint("WriteAttributes", "items")],
  fixable: true,
  *check(spec) {
    for (const name of ["ReadAttributes", "WriteAttributes"] as const) {
      const list = spec.list(name);
      if (list.state !== "known") continue;
      for (const { value, node, path } of itemsOf(list)) {
        const misfit = formats[name](value);
        if (!misfit) continue;
        yield {
          span: node.span,
          path,
          message: sentence(`A name in ${name}`, value, misfit, "Remove it, or name an attribute of the pool."),
          data: { member: name, problem: misfit.kind },
          fixes: (part) => dropItem(part, list.node, node),
        };
      }
    }
  },
};

const formats = { ReadAttributes: formatAt("ReadAttributes"), WriteAttributes: formatAt("WriteAttributes") };
