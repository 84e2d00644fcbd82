/** `lint` of environments files, and of specs that one links. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cliFolder } from "../test/support/cli.ts";
import { formats } from "./formats/index.ts";

const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());

const poolless = "ClientName: web\nPreventUserExistenceErrors: ENABLED\n";
const yaml = (set = "{ ClientName: web-prod }") => `environments:
  prod: { account: "444455556666", pool: eu-central-1_XyZ123456 }
clients:
  web.cognito-client.yaml:
    prod: { id: 7example, set: ${set} }
`;
const json = (set: unknown = { ClientName: "web-prod" }) =>
  JSON.stringify({
    environments: { prod: { account: "444455556666", pool: "eu-central-1_XyZ123456" } },
    clients: { "web.cognito-client.yaml": { prod: { id: "7example", set } } },
  });

interface Report {
  files: { path: string; findings: { ruleId: string; severity: string; path: string; fixable: boolean }[] }[];
}
async function lint(cwd: string, ...args: string[]) {
  const { code, out } = await folder.run(["lint", "--format", "json", ...args], { cwd });
  const { files }: Report = JSON.parse(out);
  const grave = files.map(({ path, findings }) => ({
    path,
    found: findings
      .filter(({ severity }) => severity === "error" || severity === "warning")
      .map(({ ruleId, path }) => [ruleId, path]),
  }));
  return { code, files: grave };
}

test("what only the AWS CLI reads otherwise is told of specs, not of what an environment sets", async () => {
  folder.write("reads/web.cognito-client.yaml", poolless);
  folder.write("reads/cognito-client.environments.yaml", `\uFEFF${yaml("{ ClientName: 2024-01-01 }\t")}`);
  for (const args of [[], ["--env", "prod"]]) {
    const { code, out } = await folder.run(["lint", "--min-severity", "hint", ...args], { cwd: "reads" });
    expect(code).toBe(0);
    expect(out).not.toContain("aws-cli-reads-otherwise");
  }
});

describe.each([
  ["yaml", yaml, { AccessTokenValidity: 100_000 }, "{ AccessTokenValidity: 100000 }"],
  ["json", json, { AccessTokenValidity: 100_000 }, { AccessTokenValidity: 100_000 }],
] as const)("an environments file in %s", (syntax, text, _, wrong) => {
  const name = `cognito-client.environments.${syntax}`;
  const write = (at: string, content: string) => {
    folder.write(`${at}/web.cognito-client.yaml`, poolless);
    folder.write(`${at}/${name}`, content);
  };

  test("gives its specs the pool that they lack, and is found with them", async () => {
    write(`good-${syntax}`, text());
    expect(await lint(`good-${syntax}`)).toEqual({
      code: 0,
      files: [
        { path: name, found: [] },
        { path: "web.cognito-client.yaml", found: [] },
      ],
    });
    expect((await lint(`good-${syntax}`, "web.cognito-client.yaml")).code).toBe(0);
  });

  test("tells what it makes of a spec, named or found", async () => {
    write(`bad-${syntax}`, (text as (set: unknown) => string)(wrong));
    const found = [
      ["access-token-validity-raw-range", "/clients/web.cognito-client.yaml/prod/set/AccessTokenValidity"],
    ];
    expect(await lint(`bad-${syntax}`, name)).toEqual({ code: 1, files: [{ path: name, found }] });
    expect((await lint(`bad-${syntax}`)).files[0]).toEqual({ path: name, found });
  });
});

test("a spec without a pool needs one where no environments file counts", async () => {
  folder.write("alone/web.cognito-client.yaml", poolless);
  expect((await lint("alone")).files[0]?.found).toEqual([["required-property", ""]]);
});

test("its findings stand in every format", async () => {
  folder.write("formats/web.cognito-client.yaml", poolless);
  folder.write("formats/cognito-client.environments.yaml", yaml().replace('"444455556666"', "444455556666"));
  for (const format of Object.keys(formats)) {
    const { code, out } = await folder.run(["lint", "--format", format], { cwd: "formats" });
    expect([format, code]).toEqual([format, 1]);
    expect(out, format).toContain("environments-account-format");
  }
});

test("--fix leaves it as it is, and a fix is told as an editor's", async () => {
  const text = yaml().replace('"444455556666"', "444455556666");
  folder.write("fix/web.cognito-client.yaml", poolless);
  folder.write("fix/cognito-client.environments.yaml", text);
  const { out } = await folder.run(["lint", "--fix", "--format", "json"], { cwd: "fix" });
  const { files }: Report = JSON.parse(out);
  expect(files[0]?.findings.map(({ ruleId, fixable }) => [ruleId, fixable])).toEqual([
    ["environments-account-format", true],
  ]);
  expect(String(folder.read("fix/cognito-client.environments.yaml"))).toBe(text);
});

test("a spec that is missing is told; one behind a link out of the folder is neither read nor told", async () => {
  folder.write("links/out/secret.cognito-client.yaml", "ClientName: [not a name]\n");
  folder.write("links/in/cognito-client.environments.yaml", yaml().replace("web.cog", "gone.cog"));
  expect((await lint("links/in")).files[0]?.found).toEqual([
    ["environments-spec-not-found", "/clients/gone.cognito-client.yaml"],
  ]);
  folder.write("links/in/cognito-client.environments.yaml", yaml());
  symlinkSync(
    join(folder.path, "links/out/secret.cognito-client.yaml"),
    join(folder.path, "links/in/web.cognito-client.yaml"),
  );
  expect((await lint("links/in", "cognito-client.environments.yaml")).files[0]?.found).toEqual([]);
});
