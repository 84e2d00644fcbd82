import type { Property } from "./entry.ts";
import { documentation } from "./links.ts";
import { documentedReset, neverLookedAt, seenReset } from "./omission.ts";
import { identityProviders } from "./providers.ts";
import { builtInScopes } from "./scopes.ts";

const url = {
  type: "string",
  minLength: 1,
  maxLength: 1024,
  pattern: /[\p{L}\p{M}\p{S}\p{N}\p{P}]+/u,
  patternText: "no spaces and no control characters",
} as const;

/** The OAuth 2.0 server: managed login, its endpoints and its redirects. */
export const oauthProperties = [
  {
    name: "AllowedOAuthFlowsUserPoolClient",
    doc: "Switches the OAuth 2.0 server (login pages, authorize and token endpoints) on for this app client. While it is `false` the grants, scopes and URLs below are stored, but the endpoints refuse the app client; only sign-in through the user pools API works.",
    link: documentation.createUserPoolClient("AllowedOAuthFlowsUserPoolClient"),
    relations: [
      "`true` needs AllowedOAuthFlows and AllowedOAuthScopes",
      "the pool needs a domain for its endpoints to exist",
    ],
    defaultText: "false",
    operations: ["create", "update"],
    omittedInUpdate: documentedReset,
    popularity: 56,
    value: { type: "boolean", default: false },
  },
  {
    name: "AllowedOAuthFlows",
    doc: "The OAuth grants that the app client may use. `code` (with PKCE) suits everything in which a person signs in; `client_credentials` is for programs that act as themselves. A machine needs an app client of its own, because `client_credentials` cannot be combined.",
    link: documentation.createUserPoolClient("AllowedOAuthFlows"),
    relations: [
      "has no effect unless AllowedOAuthFlowsUserPoolClient is `true`",
      "`code` and `implicit` need CallbackURLs",
      "`client_credentials` must stand alone, with a secret and custom scopes only",
    ],
    defaultText: "none",
    operations: ["create", "update"],
    omittedInUpdate: documentedReset,
    popularity: 53,
    value: {
      type: "list",
      maxItems: 3,
      default: [],
      items: {
        type: "string",
        values: [
          {
            value: "code",
            doc: "Authorization code grant: the browser brings back a code, which the application exchanges for tokens. Right for web, single-page and native applications, with PKCE.",
          },
          {
            value: "implicit",
            doc: "Tokens come back in the address of the page, where history and scripts can read them, and there is no refresh token. OAuth's current security practice advises against it (RFC 9700): use `code`.",
          },
          {
            value: "client_credentials",
            doc: "Machine-to-machine: the application gets an access token with its own id and secret, without any user. Only custom scopes, no other grant beside it.",
          },
        ],
      },
    },
  },
  {
    name: "AllowedOAuthScopes",
    doc: "The most that a token issued to this app client may permit; a request can ask for less. Built-in scopes open the user's data; custom scopes, written `resource-server/scope`, open your own APIs. A request that asks for no scope gets all of them.",
    link: documentation.createUserPoolClient("AllowedOAuthScopes"),
    relations: [
      "has no effect unless AllowedOAuthFlowsUserPoolClient is `true`",
      "a custom scope must exist on a resource server of the pool",
      "`client_credentials` takes custom scopes only",
    ],
    defaultText: "none",
    operations: ["create", "update"],
    omittedInUpdate: documentedReset,
    popularity: 54,
    value: {
      type: "list",
      maxItems: 50,
      default: [],
      items: {
        type: "string",
        minLength: 1,
        maxLength: 256,
        pattern: /[\x21\x23-\x5B\x5D-\x7E]+/u,
        patternText: 'printable ASCII characters except space, " and \\',
        suggestions: builtInScopes,
      },
    },
  },
  {
    name: "CallbackURLs",
    doc: "Where the browser may be sent after sign-in. A request's `redirect_uri` must equal one of them character by character: a trailing slash counts, and there are no wildcards. Use `https`; plain `http` is accepted for `localhost`, `127.0.0.1` and `[::1]` only, on any port. Schemes of your own such as `myapp://signed-in` work for native applications.",
    link: documentation.createUserPoolClient("CallbackURLs"),
    relations: ["`code` and `implicit` need at least one", "no `#fragment`"],
    defaultText: "none",
    operations: ["create", "update"],
    omittedInUpdate: documentedReset,
    popularity: 48,
    value: { type: "list", maxItems: 100, default: [], items: url },
  },
  {
    name: "LogoutURLs",
    doc: "Where the logout endpoint may send the browser after it has ended the session. The request's `logout_uri` must equal one of them character by character. `http` is accepted for loopback hosts only.",
    link: documentation.createUserPoolClient("LogoutURLs"),
    relations: ["used by app clients with `code` or `implicit`"],
    defaultText: "none",
    operations: ["create", "update"],
    omittedInUpdate: documentedReset,
    popularity: 35,
    value: { type: "list", maxItems: 100, default: [], items: url },
  },
  {
    name: "DefaultRedirectURI",
    doc: "The callback that is used when a sign-in request names none. Meant for app clients with a single identity provider.",
    link: documentation.createUserPoolClient("DefaultRedirectURI"),
    relations: ["must equal an item of CallbackURLs, character by character"],
    defaultText: "none",
    operations: ["create", "update"],
    omittedInUpdate: neverLookedAt,
    popularity: 5,
    value: url,
  },
  {
    name: "SupportedIdentityProviders",
    doc: "Which ways to sign in the login pages offer: `COGNITO` for the pool's own users, the social providers, and your SAML and OIDC providers under the names you gave them. Leaving `COGNITO` out only hides its form: the pool's users can still sign in through the user pools API.",
    link: documentation.createUserPoolClient("SupportedIdentityProviders"),
    relations: [
      "each but `COGNITO` must exist on the pool, with exactly this spelling",
      "`code` and `implicit` need at least one",
    ],
    defaultText: "none",
    operations: ["create", "update"],
    omittedInUpdate: seenReset("https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/676"),
    popularity: 55,
    value: {
      type: "list",
      default: [],
      items: {
        type: "string",
        minLength: 1,
        maxLength: 32,
        pattern: /[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]+/u,
        patternText: "no control characters",
        suggestions: identityProviders,
      },
    },
  },
] as const satisfies readonly Property[];
