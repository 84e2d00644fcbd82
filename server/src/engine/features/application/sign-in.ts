import { shellWord } from "./quoting.ts";
import type { Setup } from "./setup.ts";

/** Made anew for each sign-in, by whoever can make random numbers. */
export interface Challenge {
  /** PKCE's verifier (RFC 7636, 4.1) and the S256 challenge of it. */
  readonly verifier: string;
  readonly challenge: string;
  readonly state: string;
}

export interface SignIn {
  /** Opens the login pages for this app client. */
  readonly url: string;
  /** All of it as a text for people: the URL, where it leads, the verifier, and how the code becomes tokens. Never a secret. */
  readonly text: string;
}

/**
 * The address at which a user signs in to this app client, as its application would send them there.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 *
 * @param callback one of the app client's; its first where none is named.
 * @returns a sentence that says what is missing, where there is no such address.
 */
export function signIn(setup: Setup, made: Challenge, callback?: string): SignIn | { readonly problem: string } {
  const { domain, flow, clientId, scopes } = setup;
  if (flow === "client_credentials")
    return {
      problem:
        "This app client is for programs: nobody signs in to it. Copy App Configuration has the request for its token.",
    };
  if (flow === undefined)
    return {
      problem:
        "Login pages need code or implicit in AllowedOAuthFlows. This app client has neither, as far as the file tells.",
    };
  const redirect = callback ?? setup.callbacks[0];
  if (redirect === undefined)
    return { problem: "Login pages need a callback URL. CallbackURLs has none that is known." };
  if (domain === undefined)
    return { problem: "The domain of the pool's login pages is not known. Connect to the pool first." };
  if (domain === null)
    return { problem: "The pool has no domain, so it has no login pages. Give it one in the console." };
  const parameters: [string, string][] = [
    ["client_id", clientId],
    ["response_type", flow === "code" ? "code" : "token"],
    ["redirect_uri", redirect],
    ...(scopes.length > 0 ? ([["scope", scopes.join(" ")]] as [string, string][]) : []),
    ["state", made.state],
    ...(flow === "code"
      ? ([
          ["code_challenge_method", "S256"],
          ["code_challenge", made.challenge],
        ] as [string, string][])
      : []),
  ];
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const url = `${domain}/oauth2/authorize?${query}`;
  return { url, text: described(setup, made, redirect, url) };
}

function described(setup: Setup, made: Challenge, redirect: string, url: string): string {
  const { domain, endpoint, flow, clientId, secret } = setup;
  const way =
    endpoint === undefined
      ? ["Open in a browser:"]
      : [
          "The pool was read at this address, which is not AWS:",
          "",
          fenced(endpoint),
          "",
          "On AWS the next address would open the login pages. Do not open it now: there it is nobody's, or somebody else's.",
        ];
  const head = ["# Sign in to this app client", "", ...way, "", fenced(url), ""];
  if (flow === "implicit")
    return [
      ...head,
      "Afterwards the browser comes back with the tokens behind the callback URL's `#`:",
      "",
      fenced(redirect),
      "",
      `The answer must repeat the state \`${made.state}\`.`,
      "",
    ].join("\n");
  // curl asks for the secret by itself, so that it gets into no history.
  const who = secret === "no" ? [] : [`--user ${shellWord(clientId)}`];
  const command = [
    "curl",
    ...who,
    "--data grant_type=authorization_code",
    `--data client_id=${shellWord(clientId)}`,
    `--data-urlencode ${shellWord(`redirect_uri=${redirect}`)}`,
    `--data code_verifier=${made.verifier}`,
    "--data code=CODE",
    shellWord(`${domain}/oauth2/token`),
  ].join(" \\\n  ");
  return [
    ...head,
    "Afterwards the browser comes back with `code=…`, even if nothing listens there:",
    "",
    fenced(redirect),
    "",
    `The answer must repeat the state \`${made.state}\`.`,
    "",
    "The verifier of this sign-in (PKCE), which only the application knows:",
    "",
    fenced(made.verifier),
    "",
    `The code becomes tokens, once and within five minutes.${who.length > 0 ? " curl asks for the app client's secret, should it have one:" : ""}`,
    "",
    fenced(command, "sh"),
    "",
  ].join("\n");
}

/** No text of a file can end the block: its fence is longer than any run of backticks in it. */
function fenced(text: string, language = ""): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
