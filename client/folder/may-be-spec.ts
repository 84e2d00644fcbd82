/**
 * Whether it is worth asking the server about a text: a member that only an app client has stands at the beginning of a line. Costs
 * next to nothing in files that have none.
 */
export function mayBeSpec(text: string): boolean {
  return text.length <= MOST && MEMBER.test(text);
}

/** Characters. */
const MOST = 200_000;
const MEMBER =
  /^[ \t{[-]{0,12}["']?(?:ClientName|ExplicitAuthFlows|AllowedOAuth(?:Flows|Scopes)|CallbackURLs|LogoutURLs|SupportedIdentityProviders|RefreshTokenValidity|TokenValidityUnits)["']?[ \t]*:/m;
