import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cliFolder } from "../test/support/cli.ts";

const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());

const base = "ClientName: web\nPreventUserExistenceErrors: ENABLED\n";
beforeAll(() => {
  folder.write("web.cognito-client.yaml", base);
  folder.write("wrong.cognito-client.yaml", `${base}AccessTokenValidity: 100000\n`);
  folder.write(
    "apis.cognito-client.yaml",
    `${base}---\n${base.replace("web", "orders")}EnableTokenRevocation: maybe\n`,
  );
  folder.write("unlisted.cognito-client.yaml", base);
  folder.write(
    "cognito-client.environments.yaml",
    `environments:
  dev: { pool: eu-west-1_AbCdEfGhI }
  prod: { pool: eu-central-1_XyZ123456 }
clients:
  web.cognito-client.yaml:
    dev: { id: 1example1 }
    prod:
      id: 1example2
      set:
        CallbackURLs: [http://app.example.com/cb]
  wrong.cognito-client.yaml:
    dev: { id: 1example3 }
    prod: { id: 1example4, set: { AccessTokenValidity: 5 } }
  apis.cognito-client.yaml#orders:
    prod: { id: 1example5, set: { EnableTokenRevocation: true } }
`,
  );
});

interface Finding {
  readonly ruleId: string;
  readonly severity: string;
  readonly path: string;
  readonly range: { readonly start: { readonly line: number } };
}

/** Errors as `file rule path line`. */
async function errors(...args: string[]): Promise<string[]> {
  const { out } = await folder.run(["lint", "--format", "json", ...args]);
  return JSON.parse(out).files.flatMap((file: { path: string; findings: Finding[] }) =>
    file.findings
      .filter(({ severity }) => severity === "error")
      .map(({ ruleId, path, range }) => `${file.path} ${ruleId} ${path} ${range.start.line}`),
  );
}

describe("lint without --env", () => {
  test("a spec needs no pool where each environment that lists it gives one", async () => {
    expect(await errors("web.cognito-client.yaml")).toEqual([]);
    expect(await errors("unlisted.cognito-client.yaml")).toEqual(["unlisted.cognito-client.yaml required-property  1"]);
  });
});

describe("lint --env judges the merged request", () => {
  test("what the environment gets wrong stands in its file", async () => {
    expect(await errors("--env", "dev", "web.cognito-client.yaml")).toEqual([]);
    expect(await errors("--env", "prod", "web.cognito-client.yaml")).toEqual([
      "cognito-client.environments.yaml url-http-not-loopback /clients/web.cognito-client.yaml/prod/set/CallbackURLs/0 10",
    ]);
  });

  test("what the environment mends is no finding there, and one elsewhere", async () => {
    const own = "wrong.cognito-client.yaml access-token-validity-raw-range /AccessTokenValidity 3";
    expect(await errors("--env", "prod", "wrong.cognito-client.yaml")).toEqual([]);
    expect(await errors("--env", "dev", "wrong.cognito-client.yaml")).toContain(own);
  });

  test("one app client of several; a spec that it does not list has its pool", async () => {
    expect(await errors("--env", "prod", "apis.cognito-client.yaml")).toEqual([]);
    expect(await errors("--env", "dev", "apis.cognito-client.yaml")).toEqual([
      "apis.cognito-client.yaml wrong-type /1/EnableTokenRevocation 6",
    ]);
    expect(await errors("--env", "prod", "unlisted.cognito-client.yaml")).toEqual([]);
  });

  test.each([
    ["no such environment", "web.cognito-client.yaml", "has no environment stage"],
    ["no such file", "alone/web.cognito-client.yaml", "has no environment stage"],
  ])("%s: 2", async (_what, file, message) => {
    folder.write("alone/web.cognito-client.yaml", base);
    const { code, err } = await folder.run(["lint", "--env", "stage", file]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });

  test.each([
    [
      "yaml",
      `environments: { dev: { pool: eu-west-1_AbCdEfGhI }, prod: { pool: eu-central-1_XyZ123456 } }
clients:
  m2m.cognito-client.yaml:
    dev: { id: 2example23456789, set: { AccessTokenValidity: 100000 } }
    prod: { set: { AuthSessionValidity: 2 } }
`,
    ],
    [
      "json",
      `{ "environments": { "dev": { "pool": "eu-west-1_AbCdEfGhI" }, "prod": { "pool": "eu-central-1_XyZ123456" } },
  "clients": { "m2m.cognito-client.yaml": {
    "dev": { "id": "2example23456789", "set": { "AccessTokenValidity": 100000 } },
    "prod": { "set": { "AuthSessionValidity": 2 } } } } }
`,
    ],
  ])("that environment alone, as the update that it is, and each finding once (%s)", async (syntax, text) => {
    const spec =
      "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [a/b]\n";
    folder.write(`only-${syntax}/m2m.cognito-client.yaml`, `${base}${spec}`);
    folder.write(`only-${syntax}/cognito-client.environments.${syntax}`, text);
    const lint = async (...args: string[]) => {
      const { out, code } = await folder.run(["lint", "--format", "json", ...args], { cwd: `only-${syntax}` });
      const { files, summary } = JSON.parse(out);
      const wrong = files.flatMap(({ path, findings }: { path: string; findings: Finding[] }) =>
        findings.filter(({ severity }) => severity === "error").map(({ ruleId }) => `${path.slice(0, 3)} ${ruleId}`),
      );
      const paths = files.map(({ path }: { path: string }) => path);
      return { code, wrong, errors: summary.error, twice: paths.length - new Set(paths).size };
    };
    const dev = { code: 1, wrong: ["cog access-token-validity-raw-range"], errors: 1, twice: 0 };
    for (const files of [["."], [], ["m2m.cognito-client.yaml"], [`cognito-client.environments.${syntax}`]])
      expect(await lint("--env", "dev", ...files)).toEqual(dev);
    // There it is a create.
    expect(await lint("--env", "prod")).toEqual({
      code: 1,
      wrong: ["cog auth-session-validity-range", "m2m client-credentials-requires-secret"],
      errors: 2,
      twice: 0,
    });
    expect((await folder.run(["lint", "--env", "dev"], { cwd: `only-${syntax}` })).out).toContain("1 error in 2 files");
  });

  test("an environments file that is half understood: 2, and told where", async () => {
    folder.write("half/web.cognito-client.yaml", base);
    folder.write("half/cognito-client.environments.yaml", "environments:\n  dev: { profile: admin }\n");
    const { code, err } = await folder.run(["lint", "--env", "dev", "half/web.cognito-client.yaml"]);
    expect(code).toBe(2);
    expect(err).toMatch(/environments\.yaml:2:10: No profile stands here/);
  });
});
