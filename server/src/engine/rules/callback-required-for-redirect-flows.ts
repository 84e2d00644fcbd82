import { documentation } from "../catalogue/links.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { findItem, isEmptyList } from "../reading/lists.ts";
import { loopbackCallback, placeholderCallback } from "../reading/placeholders.ts";

/** The grants that send the browser back need a place to send it to. */
export const callbackRequiredForRedirectFlows: Rule = {
  id: "callback-required-for-redirect-flows",
  summary: "code and implicit need at least one callback URL",
  why: "With code and implicit Cognito sends the browser back to the application, and only to an address that is listed in CallbackURLs. It refuses an app client that has such a grant and no such address. While AllowedOAuthFlowsUserPoolClient is not true nobody has seen the refusal, so it is a warning then.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("CallbackURLs"),
  refusals: [
    {
      exception: "InvalidOAuthFlowException",
      message: "CallbackUrls can not be empty when code flow or implicit flow is selected",
      blames: ["CallbackURLs", "AllowedOAuthFlows"],
    },
  ],
  fixable: true,
  *check(spec) {
    const flow = findItem(spec.flows, "code", "implicit");
    if (!flow || !isEmptyList(spec.callbacks)) return;
    yield {
      span: flow.node.span,
      path: flow.path,
      message: `${flow.value} sends the browser back to the application, but CallbackURLs is missing or empty. Add the address that it returns to.`,
      data: { flow: flow.value },
      ...(spec.oauthFlag !== "yes" && { severity: "warning" as const }),
      fixes: (part): Fix[] => {
        const list = (url: string) => ({
          title: `Add the callback URL ${url}`,
          edits: setMembers(part, spec, [["CallbackURLs", [url]]]),
        });
        const redirect = spec.string("DefaultRedirectURI");
        // The default has to be among the callbacks, so no other URL would do alone.
        if (redirect.state === "known") return suggestions(list(redirect.value));
        return suggestions(list(placeholderCallback), list(loopbackCallback));
      },
    };
  },
};
