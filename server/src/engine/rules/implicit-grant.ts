import { documentation } from "../catalogue/links.ts";
import { removeItems, replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

/** Tokens in the address of a page end up in histories, logs and scripts. */
export const implicitGrant: Rule = {
  id: "implicit-grant",
  summary: "Use code with PKCE instead of the implicit grant",
  why: "The implicit grant returns tokens in the address of the page, where the browser's history and every script can read them, and it gives no refresh token. OAuth's current security practice advises against it: use `code` with PKCE.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.rfc(9700, "2.1.2"),
  fixable: true,
  *check(spec) {
    const item = findItem(spec.flows, "implicit");
    const list = spec.flows;
    if (!item || list.state !== "known") return;
    const hasCode = findItem(list, "code") !== undefined;
    yield {
      span: item.node.span,
      path: item.path,
      message: hasCode
        ? "The implicit grant puts tokens into the address of the page, where they leak (RFC 9700, section 2.1.2). code is allowed as well: let the application use that, and remove implicit."
        : "The implicit grant puts tokens into the address of the page, where they leak (RFC 9700, section 2.1.2). Use code, with PKCE in the application.",
      fixes: (part) =>
        suggestions(
          hasCode
            ? { title: "Remove implicit", edits: removeItems(part, list.node, [item.node]) }
            : { title: "Use code", edits: item.node.alias ? [] : replaceValue(part, item.node, "code") },
        ),
    };
  },
};
