import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { unusualUrls } from "../reading/redirect-urls.ts";

/** The AWS CDK puts it there when nobody says anything else. */
export const exampleDomainUrl: Rule = {
  id: "example-domain-url",
  summary: "No redirect URL is on example.com itself",
  why: "RFC 2606 sets `example.com`, `example.net` and `example.org` aside for documents. The AWS CDK makes `https://example.com` the callback URL of an app client whose `oAuth` is not set; users who sign in there never come back.",
  severity: { recommended: "hint", strict: "warning" },
  evidence: "documented",
  source: documentation.createUserPoolClient("CallbackURLs"),
  fixable: false,
  *check(spec) {
    for (const { url, node, path } of unusualUrls(spec)) {
      if (!/^(?:www\.)?example\.(?:com|net|org)$/i.test(url.host ?? "")) continue;
      yield {
        span: node.span,
        path,
        message: `${url.host} is set aside for documents, and nobody is brought back to your application from there. Give the URL of your own.`,
      };
    }
  },
};
