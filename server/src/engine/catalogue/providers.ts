import type { EnumValue } from "./entry.ts";

/** Provider names with a fixed spelling. SAML and OIDC providers have the names that their owner gave them. */
export const identityProviders = [
  {
    value: "COGNITO",
    doc: "The users of the pool itself, with the login form of managed login. Exists on every pool.",
  },
  {
    value: "Google",
    doc: "Sign in with Google. The pool must have a Google identity provider first.",
  },
  {
    value: "Facebook",
    doc: "Log in with Facebook. The pool must have a Facebook identity provider first.",
  },
  {
    value: "LoginWithAmazon",
    doc: "Login with Amazon. The pool must have a Login with Amazon identity provider first.",
  },
  {
    value: "SignInWithApple",
    doc: "Sign in with Apple. The pool must have an Apple identity provider first.",
  },
] as const satisfies readonly EnumValue[];
