import { afterAll, expect, test } from "vitest";
import { cliFolder } from "../test/support/cli.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { printed } from "./printed.ts";

const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());
folder.write(
  "web.cognito-client.yaml",
  "ClientName: web\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n",
);
folder.write(
  "cognito-client.environments.yaml",
  "environments:\n  dev: { pool: eu-west-1_AbCdEfGhI }\nclients:\n  web.cognito-client.yaml: { dev: { id: 1example23456789 } }\n",
);

test.each([
  [["rules"]],
  [["rules", "--json"]],
  [["explain", "implicit-grant"]],
  [["render", "--env", "dev", "web.cognito-client.yaml"]],
  [["lint"]],
  [["lint", "--format", "sarif"]],
  [["help"]],
  [["help", "create"]],
  [["facts", "--help"]],
  [["--version"]],
])("%j: output that does not arrive is an error", async (args) => {
  const { code, err, out } = await folder.run(args);
  expect(code).toBe(0);
  expect(out).not.toBe("");
  expect(await folder.run(args, { lost: true })).toEqual({
    code: 2,
    out,
    err: `${err}Not all of the output could be written.\n`,
  });
});

test("what has gone wrong as well comes after it, and an interruption stays one", async () => {
  folder.write("bad/bad.cognito-client.yaml", "ClientName: web\nAllowedOAuthFlows: [no]\n");
  expect(await folder.run(["lint", "bad"])).toMatchObject({ code: 1 });
  expect(await folder.run(["lint", "bad"], { lost: true })).toMatchObject({ code: 2 });
  const err = () => {};
  const isLost = async () => true;
  const codes = [0, 1, 2, 3, 4, 130, 143].map((code) => printed(code, { err, isLost }));
  expect(await Promise.all(codes)).toEqual([2, 2, 2, 2, 2, 130, 143]);
});

test("only what writes says by its exit code what became of that instead", () => {
  const writing = Object.entries<Command>(commands).filter(([, { writes }]) => writes);
  expect(writing.map(([name]) => name)).toEqual(["apply", "create", "delete", "import", "secrets"]);
});
