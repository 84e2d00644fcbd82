import { documentation } from "../catalogue/links.ts";
import { isEditable, removeMembers } from "../document/edit/edit.ts";
import type { Member } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";
import { itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

const urlsAndProviders = ["CallbackURLs", "LogoutURLs", "DefaultRedirectURI", "SupportedIdentityProviders"];
const lifetimes = ["IdTokenValidity", "RefreshTokenValidity"];

/** Copied from an app client for people: one finding for all of them. */
export const clientCredentialsUnusedSettings: Rule = {
  id: "client-credentials-unused-settings",
  summary: "Machines use no redirects, ID tokens or refresh tokens",
  why: "With client_credentials a program gets an access token, and nothing else: there is no user, no redirect, no ID token and no refresh token. The settings are stored and never used.",
  severity: { recommended: "info", strict: "info" },
  evidence: "observed",
  source: documentation.guide("federation-endpoints-oauth-grants.html"),
  fixable: true,
  tag: "unnecessary",
  *check(spec) {
    const flows = itemsOf(spec.flows);
    if (spec.flows.state !== "known" || !spec.flows.value.complete || flows.length === 0) return;
    if (flows.some(({ value }) => value !== "client_credentials")) return;
    const unused = unusedMembers(spec);
    const [first, ...rest] = unused;
    if (!first) return;
    const names = listed(unused.map(({ key }) => key));
    yield {
      span: first.keySpan,
      path: [...spec.path, first.key],
      message: `${names} ${unused.length > 1 ? "are" : "is"} never used: client_credentials has no user, no redirect, no ID token and no refresh token. Remove ${unused.length > 1 ? "them" : "it"}.`,
      data: { members: names },
      related: rest.map((member) => ({ span: member.keySpan, message: "never used either" })),
      fixes: (part) => suggestions({ title: `Remove ${names}`, edits: withoutUnused(part, spec, unused) }),
    };
  },
};

function unusedMembers(spec: Spec): Member[] {
  // Somebody who names a sign-in flow signs users in by SDK, and they get all three tokens.
  const signsIn = itemsOf(spec.authFlows).some(
    ({ value }) => value !== "ALLOW_REFRESH_TOKEN_AUTH" && value !== "ALLOW_CLIENT_TOKEN_AUTH",
  );
  return [...urlsAndProviders, ...(signsIn ? [] : lifetimes)].flatMap((name) => {
    const member = spec.entry(name)?.member;
    if (!member?.value || (member.value.kind === "array" && member.value.items.length === 0)) return [];
    return [member];
  });
}

/** Units without their numbers would be useless in turn. */
function withoutUnused(part: Part, spec: Spec, unused: readonly Member[]): TextEdit[] {
  if (!spec.node || !unused.every(isEditable)) return [];
  const units = spec.nested("TokenValidityUnits");
  const idle = ["IdToken", "RefreshToken"]
    .filter((token) => unused.some(({ key }) => key === `${token}Validity`))
    .flatMap((token) => units.entry(token)?.member ?? []);
  if (!units.node || idle.length === 0) return removeMembers(part, spec.node, unused);
  const whole = spec.entry("TokenValidityUnits")?.member;
  if (whole && idle.length === units.node.members.length && isEditable(whole))
    return removeMembers(part, spec.node, [...unused, whole]);
  return [...removeMembers(part, spec.node, unused), ...removeMembers(part, units.node, idle)];
}
