import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ListUserPoolsCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readingClient } from "./clients.ts";
import type { Target } from "./target.ts";

/**
 * The SDK takes the endpoint of the profile that AWS_PROFILE names, whichever profile a client is for (tried with 3.1169).
 * So a user who works with an emulator in one terminal could create in it what was meant for AWS, and the other way round.
 */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ccl-clients-"));
  writeFileSync(join(folder, "config"), "[profile other]\nregion = eu-west-1\nendpoint_url = http://localhost:1\n");
  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
  vi.stubEnv("AWS_PROFILE", "other");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const target: Target = {
  region: "us-east-1",
  endpoint: undefined,
  fips: false,
  dualstack: false,
  connectTimeout: 1_000,
};

/** Stops each request where it would leave. */
async function hostOf(at: Target): Promise<string> {
  const client = readingClient(at, async () => ({ accessKeyId: "a", secretAccessKey: "b" }));
  let host = "";
  client.middlewareStack.add(
    () => async (args) => {
      const request = args.request as { protocol: string; hostname: string; port?: number };
      host = `${request.protocol}//${request.hostname}${request.port === undefined ? "" : `:${request.port}`}`;
      throw new Error("stopped");
    },
    { step: "finalizeRequest", priority: "low" },
  );
  await client.send(new ListUserPoolsCommand({ MaxResults: 1 })).catch(() => {});
  return host;
}

test.each([
  ["AWS itself", {}, "https://cognito-idp.us-east-1.amazonaws.com"],
  ["another partition", { region: "cn-north-1" }, "https://cognito-idp.cn-north-1.amazonaws.com.cn"],
  ["FIPS", { fips: true }, "https://cognito-idp-fips.us-east-1.amazonaws.com"],
  ["the endpoint that was resolved", { endpoint: "http://127.0.0.1:9229" }, "http://127.0.0.1:9229"],
  ["which FIPS does not change", { endpoint: "http://127.0.0.1:9229", fips: true }, "http://127.0.0.1:9229"],
])("%s", async (_what, change, host) => {
  expect(await hostOf({ ...target, ...change })).toBe(host);
});

test("not even a FIPS switch in the environment turns an endpoint aside", async () => {
  vi.stubEnv("AWS_USE_FIPS_ENDPOINT", "true");
  vi.stubEnv("AWS_ENDPOINT_URL", "http://localhost:2");
  expect(await hostOf({ ...target, endpoint: "http://127.0.0.1:9229" })).toBe("http://127.0.0.1:9229");
  expect(await hostOf(target)).toBe("https://cognito-idp.us-east-1.amazonaws.com");
});
