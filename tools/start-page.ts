/** What `npm start` opens on, and the file with which updating can be tried: made for the accounts of this run. */
import type { LocalAccount } from "../test/support/local-accounts.ts";

export interface Accounts {
  readonly dev: LocalAccount;
  readonly prod: LocalAccount;
}

/** Files of the copied folder, by name. README.md is the page that VS Code opens by itself. */
export function startFiles(accounts: Accounts): Readonly<Record<string, string>> {
  return {
    "README.md": startPage(accounts),
    "storefront.cognito-client.yaml": storefront,
    "cognito-client.environments.yaml": environments(accounts),
  };
}

function startPage({ dev, prod }: Accounts): string {
  const row = (name: string, { profile, account, poolId, appClients }: LocalAccount) =>
    `| ${name} | \`${profile}\` | ${account} | \`${poolId}\` | ${Object.keys(appClients).join(", ")} |`;
  return `# Try Cognito App Client

This folder is a copy, and both AWS accounts are on this machine: change, break, create and delete what you like. Nothing leaves it, and all of it goes with Ctrl+C.

## In the first five minutes

1. **See what is wrong.** Open [broken.cognito-client.yaml](broken.cognito-client.yaml). Each squiggle is something that Cognito refuses; \`Ctrl+.\` on it (\`Cmd+.\` on a Mac) shows a way out, and the rule's id in Problems leads to its page.
2. **Write.** Open [spa.cognito-client.yaml](spa.cognito-client.yaml), press \`Ctrl+Space\` on a new line, then hover over anything.
3. **Check against a pool.** \`F1\`, *Connect to Pool…*, profile \`${dev.profile}\`. Scopes, identity providers and attributes of that pool are now offered and checked; the status bar says which.
4. **Create.** Open [web.cognito-client.yaml](web.cognito-client.yaml) and press *Create in AWS…* above it. You read the plan, confirm, and one request is sent.
5. **Sign in.** \`F1\`, *Try Sign-In…* and *Copy App Configuration…* on [storefront.cognito-client.yaml](storefront.cognito-client.yaml), which exists in both accounts: the address with its PKCE verifier, and the application's side. (There are no login pages on this machine.)
6. **Update.** In the same file, \`F1\`, *Plan Update…*: what AWS has differs from the file. [The environments file](cognito-client.environments.yaml) says what dev and prod have of their own; prod is protected.
7. **What is there already.** Unfold *Cognito App Clients* below the files, or \`F1\`, *Import App Clients…*: specs for the app clients of the table below. Then *Check for Drift*, *Rotate Client Secret: Add Client Secret…* and *Delete App Client…*.
8. **The whole folder.** \`F1\`, *Check All Specs and Templates*.

## The two accounts

| | Profile | Account | Pool | App clients that somebody made before |
| --- | --- | --- | --- | --- |
${row("dev", dev)}
${row("prod", prod)}

They are as strict as AWS, as far as its documentation and people's reports say what it does. The login pages themselves are not there.

## The other files

| File | What it shows |
| --- | --- |
| [mobile](mobile.cognito-client.json) | a native app, in JSON |
| [nightly-import](nightly-import.cognito-client.yaml) | a machine with scopes of its own |
| [partners](partners.cognito-client.yaml) | several app clients in one file |
| [passkey](passkey.cognito-client.yaml) | sign-in by passkey or one-time code |
| [back-office](back-office.cognito-client.json) | sign-in by a back end |
| [spa.dev](spa.dev.cognito-client.jsonc) | JSON with comments |
`;
}

/** What dev and prod share. The pool has other lifetimes and callbacks, so that an update has something to show. */
const storefront = `# Exists in both accounts: cognito-client.environments.yaml says where.
ClientName: storefront
ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid, email, profile]
CallbackURLs:
  - http://localhost:3000/callback
LogoutURLs:
  - http://localhost:3000
SupportedIdentityProviders: [COGNITO, CorpSSO]
AccessTokenValidity: 15
TokenValidityUnits:
  AccessToken: minutes
PreventUserExistenceErrors: ENABLED
`;

function environments({ dev, prod }: Accounts): string {
  return `environments:
  dev:
    account: "${dev.account}"
    pool: ${dev.poolId}
  prod:
    account: "${prod.account}"
    pool: ${prod.poolId}
    protected: true # asks for the environment's name before it changes anything
clients:
  storefront.cognito-client.yaml:
    dev:
      id: ${dev.appClients["storefront"]}
    prod:
      id: ${prod.appClients["storefront"]}
      set:
        CallbackURLs: [https://shop.example.com/callback]
        LogoutURLs: [https://shop.example.com]
`;
}
