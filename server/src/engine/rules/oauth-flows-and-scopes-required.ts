import { documentation } from "../catalogue/links.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { isEmptyList, itemsOf } from "../reading/lists.ts";
import { placeholderCallback, placeholderScope } from "../reading/placeholders.ts";
import type { Spec } from "../reading/spec.ts";

/** The switch that turns OAuth on makes both lists mandatory. */
export const oauthFlowsAndScopesRequired: Rule = {
  id: "oauth-flows-and-scopes-required",
  summary: "AllowedOAuthFlowsUserPoolClient: true needs AllowedOAuthFlows and AllowedOAuthScopes",
  why: "Once the OAuth server is switched on for an app client, Cognito wants to know which grants and which scopes it may use, and refuses the request while either list is empty.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("AllowedOAuthFlowsUserPoolClient"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message:
        "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
      blames: ["AllowedOAuthFlowsUserPoolClient"],
    },
  ],
  fixable: true,
  *check(spec) {
    const flag = spec.boolean("AllowedOAuthFlowsUserPoolClient");
    if (flag.state !== "known" || !flag.value) return;
    const missing = [
      ...(isEmptyList(spec.flows) ? ["AllowedOAuthFlows"] : []),
      ...(isEmptyList(spec.scopes) ? ["AllowedOAuthScopes"] : []),
    ];
    if (missing.length === 0) return;
    const names = missing.join(" and ");
    const [verb, each] = missing.length === 1 ? ["is", "it"] : ["are", "each"];
    yield {
      span: flag.member.keySpan,
      path: flag.path,
      message: `${names} ${verb} missing or empty, but Cognito requires both lists when AllowedOAuthFlowsUserPoolClient is true. Give ${each} at least one value, or switch OAuth off.`,
      data: { missing: missing.join(",") },
      fixes: (part): Fix[] => {
        const values = valuesFor(spec);
        return suggestions(
          {
            title: `Add ${values.map(([name, list]) => `${name}: ${list[0]}`).join(", ")}`,
            edits: setMembers(part, spec, values),
          },
          {
            title: "Set AllowedOAuthFlowsUserPoolClient to false",
            edits: setMembers(part, spec, [["AllowedOAuthFlowsUserPoolClient", false]]),
          },
        );
      },
    };
  },
};

/** What makes the request whole: a machine's grant where everything else speaks of a machine, else a user's. */
function valuesFor(spec: Spec): [string, [string]][] {
  const scopes = itemsOf(spec.scopes);
  const flows = itemsOf(spec.flows);
  const onlyCustomScopes = scopes.length > 0 && scopes.every(({ value }) => value.includes("/"));
  const isMachine =
    flows.some(({ value }) => value === "client_credentials") ||
    (flows.length === 0 && spec.secret === "yes" && onlyCustomScopes && isEmptyList(spec.callbacks));
  const values: [string, [string]][] = [];
  if (isEmptyList(spec.flows)) values.push(["AllowedOAuthFlows", [isMachine ? "client_credentials" : "code"]]);
  if (isEmptyList(spec.scopes)) values.push(["AllowedOAuthScopes", [isMachine ? placeholderScope : "openid"]]);
  if (isEmptyList(spec.flows) && !isMachine && isEmptyList(spec.callbacks)) {
    const redirect = spec.string("DefaultRedirectURI");
    values.push(["CallbackURLs", [redirect.state === "known" ? redirect.value : placeholderCallback]]);
  }
  return values;
}
