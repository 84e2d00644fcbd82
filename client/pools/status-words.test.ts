import { expect, test, vi } from "vitest";
import type { AppOutline, EnvironmentLink } from "../../server/src/protocol.ts";
import { poolsMeant } from "./pools-meant.ts";

// What VS Code does where there is no translation.
vi.mock("vscode", () => ({
  l10n: { t: (text: string, ...given: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(given[at])) },
}));
const { statusWords } = await import("./status-words.ts");

const own = "eu-west-1_AbCdEfGhI";
const link = (name: string, pool?: string): EnvironmentLink => ({
  key: "web.cognito-client.yaml",
  environment: { name, protected: false, ...(pool !== undefined && { pool }) },
});
const dev = link("dev", "eu-west-1_DevDevDev");
const prod = link("$(prod)", "eu-central-1_ProdProd1");
const bare = link("bare");
const connected = new Set([own, "eu-west-1_DevDevDev"]);

/** What is said of a spec, where `connected` are, and that it names no pool while live checks are off. */
function said(apps: readonly Pick<AppOutline, "poolId">[], links: readonly (readonly EnvironmentLink[])[]) {
  const meant = poolsMeant(apps, { apps: links });
  const facts = (poolId: string) => ({ poolId, poolName: `$(x) ${poolId}`, fetchedAt: "" });
  const known = meant.ids.filter((id) => connected.has(id)).map((id) => ({ facts: facts(id), profile: "me" }));
  const off = statusWords(meant, [], { isOff: true, read: "" });
  expect([off.bar, off.detail]).toEqual(["$(debug-disconnect) Cognito: live checks off", "off in the settings"]);
  const { bar, text, detail } = statusWords(meant, known, { isOff: false, read: "just now" });
  return [bar, text, detail];
}
const unconnected = (text: string, detail = "not checked against a pool") => [
  `$(debug-disconnect) Cognito: ${text}`,
  `Cognito: ${text}`,
  detail,
];

test.each([
  ["no pool is known", [{}], [], unconnected("no pool")],
  ["an environment lists it that has no pool", [{}], [[bare]], unconnected("no pool")],
  [
    "an environment gives its pool, and it is not connected",
    [{}],
    [[prod, bare]],
    unconnected("pool by environment", "$ (prod): not checked against a pool"),
  ],
  [
    "one of two that its environments give is connected",
    [{}],
    [[dev, prod]],
    ["$(plug) $ (x) eu-west-1_DevDevDev · me", "Cognito: pool eu-west-1_DevDevDev · profile me", "read just now"],
  ],
  [
    "it names a pool: what an environment says of another counts for nothing",
    [{ poolId: "eu-west-1_Unknown12" }],
    [[dev]],
    unconnected("pool not connected"),
  ],
  [
    "one app client names its pool, an environment gives the other's",
    [{ poolId: own }, {}],
    [[], [dev]],
    ["$(plug) Cognito: 2 pools", "Cognito: 2 pools", "read just now"],
  ],
])("%s", (_what, apps, links, words) => {
  expect(said(apps, links)).toEqual(words);
});
