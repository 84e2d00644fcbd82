import { documentation } from "../catalogue/links.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { placeholderCallback, placeholderOrigin } from "../reading/placeholders.ts";
import { changeUrl, unusualUrls } from "../reading/redirect-urls.ts";
import type { Url } from "../reading/url.ts";
import { absolute, completedUrl, hasOddScheme, unquoted } from "../reading/url-slips.ts";

/** A redirect is an absolute URL: `app.example.com/cb` and `/cb` are none, and two more forms only look like one. */
export const urlMissingScheme: Rule = {
  id: "url-missing-scheme",
  summary: "A redirect or logout URL begins with its scheme",
  why: "Cognito compares whole, absolute URLs, so each must begin with a scheme: `https://`, `http://` for a loopback host, or one of your own such as `myapp://`. `localhost:3000` passes, but as a URL of the scheme `localhost`, to which no browser returns; `https://` without a host leads nowhere: both are warnings. So is a scheme with a character that no scheme may have, as in `my_app://`.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("CallbackURLs"),
  refusals: [{ exception: "InvalidParameterException", message: "… must contain a scheme" }],
  fixable: true,
  *check(spec) {
    for (const found of unusualUrls(spec)) {
      const problem = problemOf(found.url);
      if (!problem) continue;
      yield {
        span: found.node.span,
        path: found.path,
        data: { url: found.url.text },
        ...problem,
        fixes: (part) => {
          const text = completed(found.url);
          return suggestions(
            text === undefined ? undefined : { title: `Use ${text}`, edits: changeUrl(part, spec, found, text) },
          );
        },
      };
    }
  },
};

function problemOf(url: Url): Pick<Report, "message" | "severity"> | undefined {
  if (hasOddScheme(url.text))
    return {
      message: `${shown(url.text)} begins with ${shown(url.text.slice(0, url.text.indexOf(":")))}, which is no scheme: a scheme begins with a letter, and has only letters, digits, +, - and . in it. Whether Cognito takes it is not known; systems that follow RFC 3986 do not.`,
      severity: "warning",
    };
  if (url.scheme === undefined && unquoted(url.text) !== url.text)
    return {
      message: `The quotes are part of this URL, which therefore begins with no scheme. Write it without them.`,
    };
  if (url.scheme === undefined)
    return {
      message: `${url.text} does not begin with a scheme, and Cognito takes absolute URLs only. Write the whole address, with https:// in front.`,
    };
  if (url.isHostAndPort || (url.scheme === "localhost" && url.host === undefined))
    return {
      message: `${url.text} reads as a URL of the scheme "${url.scheme}", to which no browser returns. Probably http:// or https:// is missing in front.`,
      severity: "warning",
    };
  if (url.scheme === "https" && url.host === undefined)
    return { message: `${url.text} names no host, so it leads nowhere. Write the whole address.`, severity: "warning" };
  return undefined;
}

/** The address that was probably meant; `undefined` when there is too little to guess from. */
function completed({ text, scheme, isHostAndPort }: Url): string | undefined {
  if (scheme === undefined) return completedUrl(text, placeholderOrigin);
  if (isHostAndPort) return absolute(text, false);
  if (scheme !== "https") return undefined;
  const address = text.slice("https:".length).replace(/^[:/]+/, "");
  return address === "" ? placeholderCallback : absolute(address, true);
}
