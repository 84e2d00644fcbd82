/** A scene with two environments, of which prod is protected, and one web application, for `plan` and `apply`. */
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { accounts, type LifecycleScene, lifecycleScene } from "./lifecycle-scene.ts";

export interface ApplyScene extends LifecycleScene {
  readonly prodPool: string;
  /** Both environments; `clients` as YAML below `clients:`. */
  environments(clients: string): string;
  /** The web application's spec, linked in dev. `more` stands behind the id. */
  linked(id: string, more?: string): void;
}

/** Registers the hooks of a test file. @returns the scene, once they have run */
export function applyScene(): () => ApplyScene {
  let scene: ApplyScene;
  beforeAll(async () => {
    const made = await lifecycleScene({ pool: { tier: "PLUS" } });
    const prodPool = made.strict.addPool({ account: accounts.prod, name: "Production", tier: "PLUS" }).id;
    const environments = (clients: string) => `# where they are
environments:
  dev: { account: "${accounts.dev}", pool: ${made.strict.poolId} }
  prod: { account: "${accounts.prod}", pool: ${prodPool}, protected: true }
clients:
${clients}`;
    scene = {
      ...made,
      prodPool,
      environments,
      linked(id, more = "") {
        made.write("web.cognito-client.yaml", web);
        const entry = `  web.cognito-client.yaml: { dev: { id: ${id}${more} } }\n`;
        made.write("cognito-client.environments.yaml", environments(entry));
      },
    };
  });
  beforeEach(() => {
    for (const pool of scene.strict.world.pools.values()) pool.appClients.clear();
    scene.forget();
    scene.proxy.reset();
  });
  afterEach(() => {
    scene.strict.knobs.omitted = "reset";
    scene.strict.knobs.denied = new Set();
  });
  afterAll(() => scene[Symbol.asyncDispose]());
  return () => scene;
}

export const web = `# the web application
ClientName: web
CallbackURLs: [https://app.example.com/callback]
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid]
SupportedIdentityProviders: [COGNITO]
ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
`;
export const live = {
  ClientName: "web",
  CallbackURLs: ["https://old.example.com/callback"],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  SupportedIdentityProviders: ["COGNITO"],
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  AuthSessionValidity: 15,
  EnableTokenRevocation: false,
  ReadAttributes: ["email"],
};
