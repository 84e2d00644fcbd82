import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import type { Part } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { splitFix } from "../lint/fixes/split-item.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { changeUrl, type RedirectUrl, unusualUrls } from "../reading/redirect-urls.ts";
import type { Spec } from "../reading/spec.ts";
import { type Impossible, impossibility } from "../reading/url-slips.ts";

/** AWS stores what fits its pattern; these fit, and lead nowhere. */
export const impossibleUrl: Rule = {
  id: "impossible-url",
  summary: "A redirect or logout URL is one that a browser can reach",
  why: "Cognito takes any text that looks like a URL and compares it letter by letter later. One with its scheme twice, with two addresses in it, with a variable that had no value (`undefined`) or with a slip in `https` is taken, and then fails at sign-in with `redirect_mismatch`.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "own",
  source: documentation.createUserPoolClient("CallbackURLs"),
  fixable: true,
  *check(spec) {
    for (const found of unusualUrls(spec)) {
      const impossible = impossibility(found.url);
      // http with another host than loopback is refused anyhow, and said so.
      if (!impossible || (impossible.kind === "unset" && found.url.scheme === "http")) continue;
      yield {
        span: found.node.span,
        path: found.path,
        message: `${shown(found.url.text)} ${explained(impossible)}`,
        data: { problem: impossible.kind },
        fixes: (part) => {
          if (impossible.kind === "several") {
            const list = found.member === "DefaultRedirectURI" ? undefined : spec.list(found.member);
            return list?.state === "known"
              ? splitFix(part, list.node, found.node, impossible.meant, format, false)
              : [];
          }
          return repairs(part, spec, found, impossible);
        },
      };
    }
  },
};

const format = formatAt("DefaultRedirectURI");

function explained({ kind }: Impossible): string {
  switch (kind) {
    case "doubled":
      return "has its scheme twice, so it leads to a host called http or https. Remove one of them.";
    case "several":
      return "holds several addresses, and Cognito compares it as one. Make each an item of its own.";
    case "unset":
      return "has a part that seems to be a variable without a value. Write the whole address.";
    case "slip":
      return "begins with what is almost https, so browsers take it for a scheme of an application. Correct it.";
    case "torn":
      return "has its colon in the middle of https. Correct it.";
  }
}

function repairs(part: Part, spec: Spec, found: RedirectUrl, { meant }: Impossible): Fix[] {
  const [text] = meant;
  return suggestions(
    text === undefined ? undefined : { title: `Use ${text}`, edits: changeUrl(part, spec, found, text) },
  );
}
