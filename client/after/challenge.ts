import type { SignInParams } from "../../server/src/protocol.ts";

/** PKCE (RFC 7636, 4.1 and 4.2) and a state, new for each sign-in. */
export async function newChallenge(): Promise<SignInParams["made"]> {
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return {
    verifier,
    challenge: base64Url(new Uint8Array(digest)),
    state: base64Url(crypto.getRandomValues(new Uint8Array(12))),
  };
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
