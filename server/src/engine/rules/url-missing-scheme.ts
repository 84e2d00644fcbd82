import { documentation } from "../catalogue/links.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { placeholderCallback, placeholderOrigin } from "../reading/placeholders.ts";
import { changeUrl, redirectUrls } from "../reading/redirect-urls.ts";
import { readUrl, type Url } from "../reading/url.ts";

/** A redirect is an absolute URL: `app.example.com/cb` and `/cb` are none, and two more forms only look like one. */
export const urlMissingScheme: Rule = {
  id: "url-missing-scheme",
  summary: "A redirect or logout URL begins with its scheme",
  why: "Cognito compares whole, absolute URLs, so each must begin with a scheme: `https://`, `http://` for a loopback host, or one of your own such as `myapp://`. `localhost:3000` passes, but as a URL of the scheme `localhost`, to which no browser returns; `https://` without a host leads nowhere: both are warnings.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("CallbackURLs"),
  refusals: [{ exception: "InvalidParameterException", message: "… must contain a scheme" }],
  fixable: true,
  *check(spec) {
    for (const found of redirectUrls(spec)) {
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
  if (url.scheme === undefined)
    return {
      message: `${url.text} does not begin with a scheme, and Cognito takes absolute URLs only. Write the whole address, with https:// in front.`,
    };
  if (url.isHostAndPort)
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
  const rest = scheme === undefined || isHostAndPort ? text : text.slice("https:".length);
  if (scheme === undefined && /^\/(?!\/)/.test(rest)) return placeholderOrigin + rest;
  const address = rest.replace(/^[:/]+/, "");
  const { host, isLoopback } = readUrl(`//${address}`);
  if (host === undefined) return scheme === undefined ? undefined : placeholderCallback;
  return `${isLoopback && scheme !== "https" ? "http" : "https"}://${address}`;
}
