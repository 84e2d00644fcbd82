import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { sentence } from "../lint/checks/check-format.ts";
import { dropItem, use } from "../lint/fixes/fix.ts";
import { splitFix } from "../lint/fixes/split-item.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

const format = formatAt("AllowedOAuthScopes");

export const oauthScopeFormat: Rule = {
  id: "oauth-scope-format",
  summary: "A scope has 1 to 256 printable ASCII characters without space, quote and backslash",
  why: 'A scope is a token of RFC 6749: printable ASCII without space, `"` and `\\`. In a request scopes are one string with spaces between them; here each is an item of its own.',
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("AllowedOAuthScopes"),
  refusals: [modelConstraint("AllowedOAuthScopes", "items")],
  fixable: true,
  *check(spec) {
    const list = spec.scopes;
    if (list.state !== "known") return;
    for (const { value, node, path } of itemsOf(list)) {
      const misfit = format(value);
      if (!misfit) continue;
      const words = value.split(/[\s,]+/).filter((word) => word !== "");
      const [only] = words;
      const advice = words.length > 1 ? "Make each scope an item of its own." : "Correct or remove it.";
      yield {
        span: node.span,
        path,
        message: sentence("The scope", value, misfit, advice),
        data: { problem: misfit.kind, scopes: words.length },
        fixes: (part) => {
          const split = splitFix(part, list.node, node, words, format, true);
          if (split.length > 0) return split;
          const isNew = !itemsOf(list).some((item) => item.value === only);
          const trimmed = words.length === 1 && only !== undefined && !format(only) && isNew;
          return [
            ...(trimmed ? use(part, node, only, { safe: true }) : []),
            ...dropItem(part, list.node, node, {
              safe: words.length === 0,
              title: words.length === 0 ? "Remove the empty item" : "Remove this scope",
            }),
          ];
        },
      };
    }
  },
};
