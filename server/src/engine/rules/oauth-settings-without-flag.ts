import type { PlainValue } from "../document/edit/edit.ts";
import type { Member } from "../document/node.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";
import { findItem, isEmptyList, lacks } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

const FLAG = "AllowedOAuthFlowsUserPoolClient";
const lists = ["AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs", "LogoutURLs"] as const;

/** By far the commonest mistake in real definitions: AWS stores the settings, and the endpoints refuse the app client. */
export const oauthSettingsWithoutFlag: Rule = {
  id: "oauth-settings-without-flag",
  summary: `OAuth settings take effect only with ${FLAG}`,
  why: `Cognito accepts OAuth flows, scopes and URLs without ${FLAG}, but its login pages and token endpoint refuse the app client until the flag is \`true\`.`,
  severity: { recommended: "warning", strict: "warning" },
  evidence: "observed",
  source: "https://github.com/boto/boto3/issues/3916",
  fixable: true,
  *check(spec) {
    if (spec.oauthFlag !== "no") return;
    const settings = settingsOf(spec);
    const [first] = settings;
    if (!first) return;
    const flag = spec.boolean(FLAG);
    const names = listed(settings.map((member) => member.key));
    const without = flag.state === "known" ? "is false" : "is missing";
    yield {
      span: flag.state === "known" ? flag.node.span : first.keySpan,
      path: flag.state === "known" ? flag.path : [...spec.path, first.key],
      message: `${names} ${settings.length > 1 ? "have" : "has"} no effect, because ${FLAG} ${without}: Cognito's login pages and token endpoint refuse the app client. Set it to true, or remove the OAuth settings.`,
      data: { settings: names },
      ...(flag.state === "known" && { related: [{ span: first.keySpan, message: "an OAuth setting" }] }),
      fixes: (part) => suggestions({ title: `Set ${FLAG} to true`, edits: setMembers(part, spec, complete(spec)) }),
    };
  },
};

function settingsOf(spec: Spec): Member[] {
  // AWS's own example of a GetClientToken client lists scopes without the flag.
  const ignored = findItem(spec.authFlows, "ALLOW_CLIENT_TOKEN_AUTH") ? "AllowedOAuthScopes" : undefined;
  const members = lists
    .filter((name) => name !== ignored)
    .map((name) => spec.list(name))
    .flatMap((list) => (list.state === "known" && list.node.items.length > 0 ? [list.member] : []));
  const redirect = spec.string("DefaultRedirectURI");
  return redirect.state === "known" ? [...members, redirect.member] : members;
}

/** The flag, and what AWS demands together with it, so that the fix brings no error. */
function complete(spec: Spec): [string, PlainValue][] {
  const values: [string, PlainValue][] = [[FLAG, true]];
  const needsFlow = isEmptyList(spec.flows);
  if (needsFlow) values.push(["AllowedOAuthFlows", ["code"]]);
  const redirects = needsFlow || !lacks(spec.flows, "code", "implicit");
  if (isEmptyList(spec.scopes)) values.push(["AllowedOAuthScopes", [redirects ? "openid" : "resource-server/scope"]]);
  if (redirects && isEmptyList(spec.callbacks)) values.push(["CallbackURLs", ["https://example.com/callback"]]);
  return values;
}
