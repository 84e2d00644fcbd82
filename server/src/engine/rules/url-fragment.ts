import { documentation } from "../catalogue/links.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { literalPieces } from "../reading/deploy-text.ts";
import { changeUrl, unusualUrls } from "../reading/redirect-urls.ts";
import type { Spec } from "../reading/spec.ts";

/** The part after # never reaches a server, and the implicit grant puts its tokens there. */
export const urlFragment: Rule = {
  id: "url-fragment",
  summary: "A callback URL has no #fragment",
  why: "OAuth forbids a fragment in a redirect URI (RFC 6749, section 3.1.2): the browser keeps it to itself, and the implicit grant returns its tokens there. Cognito refuses it in CallbackURLs; for LogoutURLs nobody has seen a refusal, so it is a warning there.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("CallbackURLs"),
  refusals: [{ exception: "InvalidParameterException", message: "… cannot use fragment" }],
  fixable: true,
  *check(spec) {
    yield* symbolic(spec);
    for (const found of unusualUrls(spec)) {
      const { member, url, node, path } = found;
      // Without a scheme the whole text is in doubt: url-missing-scheme speaks first when nothing stands before the #.
      if (url.fragment === undefined || url.text.startsWith("#")) continue;
      const isLogout = member === "LogoutURLs";
      const fragment = `#${url.fragment}`;
      const without = url.text.slice(0, url.text.indexOf("#"));
      yield {
        span: node.span,
        path,
        message: isLogout
          ? `The fragment ${fragment} does not reach a server and has no place in a sign-out URL. Remove it.`
          : `Cognito refuses a callback URL with a fragment, and this one ends in ${fragment}. Remove it.`,
        data: { fragment },
        ...(isLogout && { severity: "warning" as const }),
        fixes: (part) => suggestions({ title: `Use ${without}`, edits: changeUrl(part, spec, found, without) }),
      };
    }
  },
};

/** Of a URL that the deploy completes, a # that is written out begins a fragment whatever the rest is. */
function* symbolic(spec: Spec): Generator<Report> {
  const { callbacks } = spec;
  for (const { text, node, path } of callbacks.state === "known" ? callbacks.value.symbols : []) {
    if (!/^https?:\/\//.test(text) || !literalPieces(spec, node).some((piece) => piece.includes("#"))) continue;
    yield {
      span: spanWithTag(node),
      path,
      message:
        "Cognito refuses a callback URL with a fragment, and this one has one whatever the deploy fills in. Remove it.",
    };
  }
}
