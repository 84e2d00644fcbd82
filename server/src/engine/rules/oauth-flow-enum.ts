import { documentation } from "../catalogue/links.ts";
import { reduce, respelling, type Synonyms } from "../catalogue/respelling.ts";
import { valuesAt } from "../lint/checks/check-values.ts";
import { itemValueFixes, severalWords } from "../lint/fixes/item-value.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { listed, shown } from "../lint/shown.ts";
import { itemsOf } from "../reading/lists.ts";

/** A value of the list as it is written, or in the spelling that is certainly meant. */
function exactly(word: string): string | undefined {
  if (flows.includes(word)) return word;
  const meant = respelling(word, flows, synonyms);
  return meant?.certain ? meant.word : undefined;
}

const flows = valuesAt("AllowedOAuthFlows");
const synonyms: Synonyms = {
  token: "implicit",
  implicitgrant: "implicit",
  implicitcodegrant: "implicit",
  authorizationcode: "code",
  authorizationcodegrant: "code",
  authcode: "code",
  codegrant: "code",
  clientcredentialsgrant: "client_credentials",
};

/** Grants of OAuth that people look for here. */
const elsewhere: Readonly<Record<string, string>> = {
  refreshtoken: "Refresh tokens come with code and need no grant of their own here.",
  password: "Cognito has no password grant; sign-in with a password is ExplicitAuthFlows' business.",
  devicecode: "Cognito has no device grant.",
};

export const oauthFlowEnum: Rule = {
  id: "oauth-flow-enum",
  summary: "An item of AllowedOAuthFlows is code, implicit or client_credentials",
  why: "Cognito has names of its own for three OAuth grants: `code` (authorization code), `implicit` and `client_credentials`.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("AllowedOAuthFlows"),
  refusals: [modelConstraint("AllowedOAuthFlows", "items")],
  fixable: true,
  *check(spec) {
    const list = spec.flows;
    if (list.state !== "known") return;
    for (const { value, node, path } of itemsOf(list)) {
      if (flows.includes(value)) continue;
      const whole = respelling(value, flows, synonyms);
      const isSeveral = !whole?.certain && severalWords(value, exactly).length > 1;
      const meant = isSeveral ? undefined : whole;
      const advice = isSeveral
        ? "Make each an item of its own."
        : meant
          ? `Write ${meant.word}.`
          : (elsewhere[reduce(value)] ?? "Choose one of them.");
      yield {
        span: node.span,
        path,
        message: `${shown(value)} is no OAuth grant that Cognito knows: it takes ${listed(flows, "or")}. ${advice}`,
        data: { value },
        fixes: (part) => itemValueFixes(part, list.node, node, meant, exactly),
      };
    }
  },
};
