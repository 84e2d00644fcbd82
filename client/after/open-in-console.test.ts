import { beforeEach, expect, test, vi } from "vitest";
import { consoleUrl } from "../../deploy/sign-in/where.ts";
import type { KnownPool } from "../pools/pool-store.ts";

const opened: string[] = [];
const told: string[] = [];
vi.mock("vscode", () => ({
  l10n: { t: (text: string, ...given: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(given[at])) },
  Uri: { parse: (text: string) => text },
  env: { openExternal: async (url: string) => opened.push(url) },
  window: { showInformationMessage: async (text: string) => void told.push(text) },
}));
const { openInConsole } = await import("./open-in-console.ts");
beforeEach(() => {
  opened.length = 0;
  told.length = 0;
});

const run = (poolId: string, clientId = "1example23456789", endpoint?: string) => {
  const facts = { poolId, fetchedAt: "2026-01-01T00:00:00Z", ...(endpoint !== undefined && { endpoint }) };
  const pools = { get: () => ({ facts }) as KnownPool };
  return openInConsole({ texts: { consoleUrl } as never }, pools, { poolId, clientId });
};

test("the page of the app client", async () => {
  await run("eu-west-1_AbCdEf123");
  expect(opened.map((url) => new URL(url).pathname)).toEqual([
    "/cognito/v2/idp/user-pools/eu-west-1_AbCdEf123/applications/app-clients/1example23456789/quick-setup-guide",
  ]);
});

test("a pool that was read at an emulator's address has none, whatever its id looks like", async () => {
  await run("eu-west-1_AbCdEf123", undefined, "http://127.0.0.1:9229");
  expect(opened).toEqual([]);
  expect(told).toEqual(["eu-west-1_AbCdEf123 was read at http://127.0.0.1:9229, which is not AWS: it has no console."]);
});

test.each(["local_AbC", "evil.example/_x", "eu-west-1.evil_x", "us-iso-east-1_AbC", "_x", ""])(
  "no address is made of %j",
  async (poolId) => {
    await run(poolId);
    expect({ opened: opened.length, told: told.length }).toEqual({ opened: 0, told: 1 });
  },
);

test.each([
  ["eu-west-1_a/../../x?y#z", "1example"],
  ["eu-west-1_AbC", "../../x?y#z"],
])("ids stay ids: %s %s", async (poolId, clientId) => {
  await run(poolId, clientId);
  const { host, pathname, hash } = new URL(opened[0] ?? "");
  expect({ host, hash }).toEqual({ host: "eu-west-1.console.aws.amazon.com", hash: "" });
  expect(pathname.split("/").slice(5).map(decodeURIComponent)).toEqual([
    poolId,
    "applications",
    "app-clients",
    clientId,
    "quick-setup-guide",
  ]);
});
