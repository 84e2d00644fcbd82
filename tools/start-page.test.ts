import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { clientsIn } from "../server/src/engine/clients/clients-in.ts";
import { parseSpec } from "../server/src/engine/document/parse.ts";
import { check } from "../server/src/engine/features/check.ts";
import { checkEnvironments, fileOf } from "../server/src/engine/features/environments/check.ts";
import { defaultSettings } from "../server/src/engine/lint/settings.ts";
import type { LocalAccount } from "../test/support/local-accounts.ts";
import { startFiles } from "./start-page.ts";

const root = join(import.meta.dirname, "..");
const account = (stage: string, number: string, region: string): LocalAccount => ({
  profile: `local-${stage}`,
  account: number,
  region,
  poolId: `${region}_AbCdEf123`,
  appClients: { storefront: `1example${number}`, "order-sync": "2example" },
});
const files = startFiles({
  dev: account("dev", "111122223333", "us-east-1"),
  prod: account("prod", "444455556666", "eu-central-1"),
});
const text = (name: string) => files[name] ?? "";

test("every link of the start page leads to a file of the folder", () => {
  const links = Array.from(text("README.md").matchAll(/\]\(([^)]+)\)/g), ([, target = ""]) => target);
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) expect(link in files || existsSync(join(root, "examples", link)), link).toBe(true);
});

test("each command that it names is one of the extension's", () => {
  const titles: string[] = Object.values(JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")));
  const named = Array.from(text("README.md").matchAll(/\*([A-Z][^*\n]+)\*(?!\*)/g), ([, title = ""]) => title);
  expect(named.length).toBeGreaterThan(5);
  for (const title of named) expect(titles).toContain(title);
});

test("the spec that exists in both accounts has nothing wrong, and its environments neither", () => {
  const document = parseSpec(text("cognito-client.environments.yaml"), "yaml");
  const spec = parseSpec(text("storefront.cognito-client.yaml"), "yaml");
  const context = { settings: defaultSettings };
  const specs = new Map([["storefront.cognito-client.yaml", spec]]);
  const serious = ({ severity }: { severity: string }) => severity === "error" || severity === "warning";
  expect(checkEnvironments(document, specs, context).filter(serious)).toEqual([]);
  const environments = { file: fileOf(document), path: "storefront.cognito-client.yaml" };
  expect(check(spec, { ...context, environments }).filter(serious)).toEqual([]);
  expect(clientsIn(spec)).toHaveLength(1);
  expect(parse(text("cognito-client.environments.yaml")).environments.prod.protected).toBe(true);
});
