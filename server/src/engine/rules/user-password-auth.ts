import { documentation } from "../catalogue/links.ts";
import { removeItems, replaceValue } from "../document/edit/edit.ts";
import type { Part } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import type { Item } from "../reading/fields.ts";
import { findItem } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

/** Common (two of five real definitions), often for the migration trigger: told, but not loudly. */
export const userPasswordAuth: Rule = {
  id: "user-password-auth",
  summary: "Prefer SRP over sending the password",
  why: "With this flow the application sends the user's password to Cognito. SRP proves the password without sending it, and the login pages keep it out of the application altogether. The user migration trigger is the usual reason to need this flow.",
  severity: { recommended: "info", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("amazon-cognito-user-pools-authentication-flow-methods.html"),
  fixable: true,
  *check(spec) {
    const item = findItem(spec.authFlows, "ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH");
    if (!item) return;
    yield {
      span: item.node.span,
      path: item.path,
      message: `${item.value} lets the application send passwords in its requests. Use ALLOW_USER_SRP_AUTH, which proves the password without sending it, unless a user migration trigger needs this flow.`,
      data: { value: item.value },
      fixes: (part) => fixesFor(part, spec, item),
    };
  },
};

function fixesFor(part: Part, spec: Spec, item: Item): Fix[] {
  const list = spec.authFlows;
  if (list.state !== "known" || item.node.alias) return [];
  // Beside other old names a new one would be refused: legacy-auth-flow-names changes the whole list.
  if (list.node.items.length > 1 && list.value.items.some(({ value }) => !value.startsWith("ALLOW_"))) return [];
  const swap = (flow: string) =>
    findItem(list, flow) ? removeItems(part, list.node, [item.node]) : replaceValue(part, item.node, flow);
  return suggestions(
    { title: "Use ALLOW_USER_SRP_AUTH", edits: swap("ALLOW_USER_SRP_AUTH") },
    { title: "Use ALLOW_USER_AUTH (needs the Essentials or Plus plan)", edits: swap("ALLOW_USER_AUTH") },
  );
}
