import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CreateUserPoolClientCommand,
  type CreateUserPoolClientRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { createDeploy, memoryJournal } from "../../deploy/index.ts";
import { root } from "../support/cache.ts";
import { quick } from "../support/deploy-scene.ts";
import { type LocalAccounts, startLocalAccounts } from "../support/local-accounts.ts";
import { temporaryFolder } from "../support/process.ts";

let accounts: LocalAccounts;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  accounts = stack.use(await startLocalAccounts(stack.use(temporaryFolder("accounts")).path));
});
afterAll(() => stack.disposeAsync());

test.each(["dev", "prod"] as const)(
  "%s is an account of its own, with a pool that the other does not see",
  async (stage) => {
    const { profile, account, region, poolId } = accounts[stage];
    const other = accounts[stage === "dev" ? "prod" : "dev"];
    const env = { HOME: join(root, ".cache"), ...accounts.environment };
    const deploy = createDeploy({ env, timing: quick, journal: memoryJournal(), log: () => {} });
    const connected = await deploy.connect({ kind: "profile", name: profile }, { poolId });
    if (!connected.ok) throw new Error(connected.problem.message);
    expect(connected.value.identity.accountId).toBe(account);
    const facts = await deploy.readFacts(connected.value, poolId);
    expect(facts).toMatchObject({
      ok: true,
      value: {
        denied: [],
        facts: {
          poolName: `Shop (${stage})`,
          endpoint: accounts.server.url,
          domain: `shop-${stage}`,
          identityProviders: [{ name: "CorpSSO" }],
          resourceServers: [{ scopes: [{ name: "orders.read" }, { name: "orders.write" }, { name: "stock.read" }] }],
          clients: [{ name: "storefront" }, { name: "order-sync" }, { name: "old-app" }, { name: "assistant" }],
        },
      },
    });
    expect(poolId.startsWith(region)).toBe(true);
    expect(await deploy.readFacts(connected.value, other.poolId)).toMatchObject({ ok: false });
  },
);

test("every example but the broken one is accepted there as it stands", async () => {
  const folder = join(root, "examples");
  const names = readdirSync(folder).filter((name) => /cognito-client\./.test(name) && !name.startsWith("broken."));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const text = readFileSync(join(folder, name), "utf8").replace(/^\s*\/\/.*$/gm, "");
    for (const document of parseAllDocuments(text)) {
      const request = document.toJS() as CreateUserPoolClientRequest;
      const command = new CreateUserPoolClientCommand({ ...request, UserPoolId: accounts.dev.poolId });
      const outcome = await accounts.server.api.send(command).then(
        () => "accepted",
        (error: Error) => error.message,
      );
      expect(`${name}: ${outcome}`).toBe(`${name}: accepted`);
    }
  }
});
