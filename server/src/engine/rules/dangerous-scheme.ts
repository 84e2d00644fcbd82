import { documentation } from "../catalogue/links.ts";
import { removeItems } from "../document/edit/edit.ts";
import type { Part } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { dangerousSchemes } from "../reading/dangerous-schemes.ts";
import { changeUrl, type RedirectUrl, unusualUrls } from "../reading/redirect-urls.ts";
import type { Spec } from "../reading/spec.ts";

const PLACEHOLDER = "https://example.com/callback";

/** Nothing that a browser could be sent to. */
export const dangerousScheme: Rule = {
  id: "dangerous-scheme",
  summary: "Redirect URLs lead somewhere",
  why: "`javascript:`, `data:` and `vbscript:` URLs run or show what they say themselves: whoever can influence the redirect runs scripts in the page that starts it. No application receives anything there.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "inferred",
  source: documentation.rfc(9700, "4.1.3"),
  fixable: true,
  *check(spec) {
    for (const redirect of unusualUrls(spec)) {
      const { url, node, path } = redirect;
      if (url.scheme === undefined || !dangerousSchemes.has(url.scheme)) continue;
      yield {
        span: node.span,
        path,
        message: `A ${url.scheme}: URL leads nowhere and can be made to run scripts. Use the https address of the page that receives the answer.`,
        data: { scheme: url.scheme },
        fixes: (part) => fixesFor(part, spec, redirect),
      };
    }
  },
};

function fixesFor(part: Part, spec: Spec, redirect: RedirectUrl): Fix[] {
  const list = spec.list(redirect.member);
  const redirectDefault = spec.string("DefaultRedirectURI");
  const isDefault = redirectDefault.state === "known" && redirectDefault.value === redirect.url.text;
  const removable = list.state === "known" && list.node.items.length > 1 && !isDefault;
  return suggestions(
    removable ? { title: "Remove this URL", edits: removeItems(part, list.node, [redirect.node]) } : undefined,
    { title: `Use ${PLACEHOLDER}`, edits: changeUrl(part, spec, redirect, PLACEHOLDER) },
  );
}
