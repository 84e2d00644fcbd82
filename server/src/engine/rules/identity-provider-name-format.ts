import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { sentence } from "../lint/checks/check-format.ts";
import { dropItem, use } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

const format = formatAt("SupportedIdentityProviders");

export const identityProviderNameFormat: Rule = {
  id: "identity-provider-name-format",
  summary: "A name in SupportedIdentityProviders has 1 to 32 printable characters",
  why: "Provider names have 1 to 32 characters. Spaces and any script are fine; line breaks, tabs and other control characters are not.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("SupportedIdentityProviders"),
  refusals: [modelConstraint("SupportedIdentityProviders", "items")],
  fixable: true,
  *check(spec) {
    const list = spec.list("SupportedIdentityProviders");
    if (list.state !== "known") return;
    for (const { value, node, path } of itemsOf(list)) {
      const misfit = format(value);
      if (!misfit) continue;
      const printable = value.replace(/\p{C}+/gu, "").trim();
      yield {
        span: node.span,
        path,
        message: sentence("The provider name", value, misfit, "Write the name that the provider has on the pool."),
        data: { problem: misfit.kind },
        fixes: (part) => [
          ...(printable === value || format(printable) ? [] : use(part, node, printable)),
          ...dropItem(part, list.node, node),
        ],
      };
    }
  },
};
