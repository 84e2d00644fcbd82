/**
 * Two AWS accounts on this machine, dev and prod, each with a user pool that has what real ones have: a domain with
 * managed login, scopes, an identity provider, and app clients that somebody made before.
 */
import { type AwsEnvironment, writeAwsFiles } from "./aws-files.ts";
import { type PoolSeed, type StrictCognito, startStrictCognito } from "./strict-cognito/index.ts";

export interface LocalAccount {
  /** In the AWS config file of `environment`; it is not one of the user's. */
  readonly profile: string;
  readonly account: string;
  readonly region: string;
  readonly poolId: string;
  /** App client ids by name. */
  readonly appClients: Readonly<Record<string, string>>;
}

export interface LocalAccounts extends AsyncDisposable {
  readonly server: StrictCognito;
  readonly dev: LocalAccount;
  readonly prod: LocalAccount;
  /** Points the SDK and the product to both profiles, and to nothing else of the machine. */
  readonly environment: AwsEnvironment;
}

const places = {
  dev: { profile: "local-dev", account: "111122223333", region: "us-east-1" },
  prod: { profile: "local-prod", account: "444455556666", region: "eu-central-1" },
} as const;

const pool = (stage: keyof typeof places): PoolSeed => ({
  name: `Shop (${stage})`,
  account: places[stage].account,
  region: places[stage].region,
  attributes: ["department"],
  domain: { name: `shop-${stage}`, custom: false, managedLoginVersion: 2 },
  resourceServers: { "https://api.example.com": ["orders.read", "orders.write", "stock.read"] },
  identityProviders: { CorpSSO: "SAML" },
});

const oauth = { AllowedOAuthFlowsUserPoolClient: true, SupportedIdentityProviders: ["COGNITO"] };

/** As people leave them: some settings that no file mentions, one with a rotation begun, one that registered itself. */
const existing = (stage: keyof typeof places) => {
  const host = stage === "prod" ? "https://shop.example.com" : "http://localhost:3000";
  return [
    {
      members: {
        ...oauth,
        ClientName: "storefront",
        AllowedOAuthFlows: ["code"],
        AllowedOAuthScopes: ["openid", "email"],
        CallbackURLs: [`${host}/callback`],
        LogoutURLs: [host],
        SupportedIdentityProviders: ["COGNITO", "CorpSSO"],
        ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        AccessTokenValidity: 30,
        TokenValidityUnits: { AccessToken: "minutes" },
        AuthSessionValidity: 5,
        PreventUserExistenceErrors: "ENABLED",
      },
      seed: { secrets: 1, brandingId: "11111111-2222-3333-4444-555555555555" },
    },
    {
      members: {
        ...oauth,
        ClientName: "order-sync",
        AllowedOAuthFlows: ["client_credentials"],
        AllowedOAuthScopes: ["https://api.example.com/orders.read"],
      },
      seed: { secrets: 2 },
    },
    { members: { ClientName: "old-app", ExplicitAuthFlows: ["USER_PASSWORD_AUTH"] }, seed: {} },
    { members: { ClientName: "assistant" }, seed: { type: "DCR" } },
  ] as const;
};

/** Starts both, and writes their profiles into `folder`. */
export async function startLocalAccounts(folder: string): Promise<LocalAccounts> {
  const keys = Object.values(places).map(({ profile, account }) => [profile, account]);
  const server = await startStrictCognito({
    accounts: Object.fromEntries(keys),
    region: places.dev.region,
    pool: pool("dev"),
  });
  const furnish = (stage: keyof typeof places, owner = server.addPool(pool(stage))): LocalAccount => {
    const made = existing(stage).map(({ members, seed }) => {
      const { id } = server.addAppClient(members, seed, owner);
      return [members.ClientName, id] as const;
    });
    return { ...places[stage], poolId: owner.id, appClients: Object.fromEntries(made) };
  };
  const [dev, prod] = [furnish("dev", server.pool), furnish("prod")];
  const both = [dev, prod];
  const environment = writeAwsFiles(
    folder,
    Object.fromEntries(both.map(({ profile, region }) => [`profile ${profile}`, { region, endpoint_url: server.url }])),
    Object.fromEntries(
      both.map(({ profile }) => [profile, { aws_access_key_id: profile, aws_secret_access_key: "local" }]),
    ),
  );
  return { server, dev, prod, environment, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
