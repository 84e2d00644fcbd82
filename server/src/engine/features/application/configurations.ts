import { literal, literals, shellWord } from "./quoting.ts";
import type { Setup } from "./setup.ts";

/** What the application's side of an app client looks like in one library or tool. Never has a secret. */
export interface Configuration {
  readonly id: "oidc-client-ts" | "amplify" | "spring" | "discovery" | "curl";
  readonly title: string;
  readonly about: string;
  /** VS Code's language id of the text. */
  readonly language: "typescript" | "yaml" | "json" | "shellscript";
  readonly text: string;
}

/** @returns those that suit the app client: a secret has no place in a browser, and nobody signs in to a program. */
export function configurations(setup: Setup): Configuration[] {
  const signsIn = setup.flow === "code" || setup.flow === "implicit";
  const open = setup.secret !== "yes";
  const found: (Configuration | undefined)[] = [
    setup.flow === "code" && open ? oidcClient(setup) : undefined,
    open && setup.flow !== "client_credentials" ? amplify(setup) : undefined,
    setup.flow === "code" || setup.flow === "client_credentials" ? spring(setup) : undefined,
    signsIn ? discovery(setup) : undefined,
    setup.flow === "client_credentials" ? curl(setup) : undefined,
  ];
  return found.flatMap((each) => each ?? []);
}

/** https://authts.github.io/oidc-client-ts/interfaces/UserManagerSettings.html */
function oidcClient({ issuer, clientId, callbacks, scopes, logouts, domain }: Setup): Configuration {
  const [redirect] = callbacks;
  const [logout] = logouts;
  const lines = [
    `  authority: ${literal(issuer)},`,
    `  client_id: ${literal(clientId)},`,
    ...(redirect === undefined ? [] : [`  redirect_uri: ${literal(redirect)},`]),
    `  response_type: "code",`,
    ...(scopes.length === 0 ? [] : [`  scope: ${literal(scopes.join(" "))},`]),
  ];
  // Cognito's discovery document names no end_session_endpoint that takes what oidc-client-ts sends.
  const out =
    domain && logout !== undefined
      ? [
          "",
          "/** Cognito's sign-out is an address of its own. */",
          `export const signOutUrl = ${literal(`${domain}/logout?client_id=${clientId}&logout_uri=${encodeURIComponent(logout)}`)};`,
        ]
      : [];
  const text = [
    `import { UserManager } from "oidc-client-ts";`,
    "",
    "export const userManager = new UserManager({",
    ...lines,
    "});",
    ...out,
    "",
  ];
  return {
    id: "oidc-client-ts",
    title: "oidc-client-ts",
    about: "OpenID Connect in the browser, with PKCE",
    language: "typescript",
    text: text.join("\n"),
  };
}

/** https://docs.amplify.aws/javascript/build-a-backend/auth/connect-your-frontend/using-the-auth-library/ */
function amplify({ poolId, clientId, domain, scopes, callbacks, logouts, flow }: Setup): Configuration {
  const oauth =
    flow !== undefined && domain
      ? [
          "      loginWith: {",
          "        oauth: {",
          `          domain: ${literal(domain.replace(/^https:\/\//, ""))},`,
          `          scopes: ${literals(scopes)},`,
          `          redirectSignIn: ${literals(callbacks)},`,
          `          redirectSignOut: ${literals(logouts)},`,
          `          responseType: ${literal(flow === "code" ? "code" : "token")},`,
          "        },",
          "      },",
        ]
      : [];
  const text = [
    `import { Amplify } from "aws-amplify";`,
    "",
    ...(flow !== undefined && domain === undefined
      ? ["// The login pages' domain is not known: connect to the pool to have loginWith.oauth, too."]
      : []),
    "Amplify.configure({",
    "  Auth: {",
    "    Cognito: {",
    `      userPoolId: ${literal(poolId)},`,
    `      userPoolClientId: ${literal(clientId)},`,
    ...oauth,
    "    },",
    "  },",
    "});",
    "",
  ];
  return { id: "amplify", title: "Amplify", about: "aws-amplify 6", language: "typescript", text: text.join("\n") };
}

/** https://docs.spring.io/spring-security/reference/servlet/oauth2/client/core.html */
function spring({ issuer, clientId, secret, flow, scopes, callbacks }: Setup): Configuration {
  const [redirect] = callbacks;
  const registration = [
    `            client-id: ${literal(clientId)}`,
    ...(secret === "no"
      ? ["            client-authentication-method: none"]
      : ["            client-secret: ${COGNITO_CLIENT_SECRET}"]),
    `            authorization-grant-type: ${flow === "code" ? "authorization_code" : "client_credentials"}`,
    ...(flow === "code" && redirect !== undefined ? [`            redirect-uri: ${literal(redirect)}`] : []),
    ...(scopes.length === 0 ? [] : [`            scope: ${literals(scopes)}`]),
  ];
  const text = [
    "spring:",
    "  security:",
    "    oauth2:",
    "      client:",
    "        registration:",
    "          cognito:",
    ...registration,
    "        provider:",
    "          cognito:",
    `            issuer-uri: ${literal(issuer)}`,
    "",
  ];
  return {
    id: "spring",
    title: "Spring Boot",
    about:
      secret === "no"
        ? "application.yaml, a public client"
        : "application.yaml; the secret comes from COGNITO_CLIENT_SECRET",
    language: "yaml",
    text: text.join("\n"),
  };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html */
function discovery({ issuer, clientId, flow, callbacks, logouts, scopes, domain }: Setup): Configuration {
  const text = {
    issuer,
    discovery: `${issuer}/.well-known/openid-configuration`,
    ...(domain
      ? { authorization_endpoint: `${domain}/oauth2/authorize`, token_endpoint: `${domain}/oauth2/token` }
      : {}),
    client_id: clientId,
    response_type: flow === "code" ? "code" : "token",
    ...(flow === "code" ? { code_challenge_method: "S256" } : {}),
    redirect_uris: callbacks,
    post_logout_redirect_uris: logouts,
    scope: scopes.join(" "),
  };
  return {
    id: "discovery",
    title: "OpenID Connect",
    about: "for any library that takes an issuer",
    language: "json",
    text: `${JSON.stringify(text, null, 2)}\n`,
  };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
function curl({ domain, clientId, scopes }: Setup): Configuration {
  const lines = [
    ...(domain ? [] : ["# Set COGNITO_DOMAIN to the pool's domain, such as example.auth.eu-west-1.amazoncognito.com."]),
    "# curl asks for the secret, so that it gets into no history.",
    [
      "curl",
      `--user ${shellWord(clientId)}`,
      "--data grant_type=client_credentials",
      ...(scopes.length === 0 ? [] : [`--data-urlencode ${shellWord(`scope=${scopes.join(" ")}`)}`]),
      domain ? shellWord(`${domain}/oauth2/token`) : '"https://$COGNITO_DOMAIN/oauth2/token"',
    ].join(" \\\n  "),
  ];
  return {
    id: "curl",
    title: "curl",
    about: "a machine's token",
    language: "shellscript",
    text: `${lines.join("\n")}\n`,
  };
}
