import { documentation } from "../catalogue/links.ts";
import { identityProviders } from "../catalogue/providers.ts";
import { reduce } from "../catalogue/respelling.ts";
import { itemValueFixes } from "../lint/fixes/item-value.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { itemsOf } from "../reading/lists.ts";

/** Names are compared letter by letter. Where the pool is known, idp-not-found says for certain. */
export const identityProviderSpelling: Rule = {
  id: "identity-provider-spelling",
  summary: "COGNITO and the social providers are spelt as Cognito spells them",
  why: "COGNITO, Google, Facebook, LoginWithAmazon and SignInWithApple have fixed names, compared letter by letter; a provider of another spelling does not exist, unless a SAML or OIDC provider was given that very name.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.createUserPoolClient("SupportedIdentityProviders"),
  fixable: true,
  *check(spec) {
    const list = spec.list("SupportedIdentityProviders");
    if (list.state !== "known" || spec.pool?.identityProviders) return;
    for (const { value, node, path } of itemsOf(list)) {
      const word = fixedName(value);
      if (word === undefined || word === value) continue;
      yield {
        span: node.span,
        path,
        message: `${shown(value)} is probably ${word}: names of providers are compared letter by letter. Write ${word}, unless a SAML or OIDC provider of the pool has this name.`,
        data: { provider: value, similar: word },
        fixes: (part) => itemValueFixes(part, list.node, node, { word, certain: false }, () => undefined),
      };
    }
  },
};

function fixedName(value: string): string | undefined {
  const letters = reduce(value);
  const known = identityProviders.find((provider) => reduce(provider.value) === letters)?.value;
  return known ?? (Object.hasOwn(otherNames, letters) ? otherNames[letters] : undefined);
}

/** What consoles, CDK and Amplify call them. */
const otherNames: Readonly<Record<string, string>> = {
  cognitouserpool: "COGNITO",
  cognitouserpools: "COGNITO",
  cognitoidentityprovider: "COGNITO",
  amazon: "LoginWithAmazon",
  apple: "SignInWithApple",
  loginwithapple: "SignInWithApple",
  signinwithamazon: "LoginWithAmazon",
  signinwithgoogle: "Google",
  loginwithfacebook: "Facebook",
};
