/** The bundled server in a real Neovim, over its own LSP client: another editor than the one that we ship for. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../support/cache.ts";
import { onPath } from "../support/install.ts";

const nvim = onPath("nvim");
const strict = process.env["CI"] === "true";
if (!nvim && !strict) console.log("skipped: the server in Neovim: nvim is not on the PATH.");

interface Visit {
  readonly filetype: string;
  readonly diagnostics: readonly { code: string; source: string; severity: string; message: string; text: string }[];
  readonly actions: readonly string[];
  readonly completions: readonly string[];
  /** Whether the accepted item was plain text: this Neovim expands no snippets unless a plugin does. */
  readonly plain?: boolean;
  readonly hover: { readonly contents: { readonly value: string } };
  readonly text: string;
}

const yaml = `UserPoolId: eu-west-1_abc
ClientName: web # 😀
AllowedOAuthFlows: [code, client_credentials]
GenerateSecret: true
CallbackURLs: [https://a.example]
`;
// The emoji before the span: Neovim counts bytes, the protocol UTF-16 units.
const json = `{
  "UserPoolId": "eu-west-1_abc",
  "ClientName": "w😀", "AllowedOAuthFlows": ["code", "client_credentials"],
  "GenerateSecret": true,
  "CallbackURLs": ["https://a.example"]
}
`;

describe.skipIf(!nvim && !strict)("in Neovim", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cognito-neovim-")));
  let visits: readonly [Visit, Visit];
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    if (!nvim) throw new Error("nvim is not on the PATH, and with CI=true nothing is skipped");
    if (process.env["COGNITO_CLIENT_BUILT"] !== "true") {
      const built = spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, encoding: "utf8" });
      if (built.status !== 0) throw new Error(`The build failed:\n${built.stderr}`);
    }
    const paths = ["web.cognito-client.yaml", "web.cognito-client.json"].map((name) => join(folder, name));
    writeFileSync(paths[0] as string, yaml);
    writeFileSync(paths[1] as string, json);
    const common = { code: "client-credentials-exclusive", fix: "Remove client_credentials" };
    const job = {
      cmd: [process.execPath, join(root, "dist/server.js"), "--stdio"],
      root: folder,
      // Neovim answers workspace/configuration from here.
      settings: { cognitoClient: { rules: { "client-name-format": "off" } } },
      files: [
        {
          ...common,
          path: paths[0],
          fix_at: "client_credentials",
          type_before: "GenerateSecret",
          type: "Logout|\n",
          accept: "LogoutURLs",
        },
        {
          ...common,
          path: paths[1],
          fix_at: "client_credentials",
          type_before: '"GenerateSecret"',
          type: '"Logout|"\n  ',
          accept: "LogoutURLs",
        },
      ],
    };
    const run = spawnSync(
      nvim,
      ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${join(root, "test/support/neovim.lua")}`],
      {
        encoding: "utf8",
        timeout: 120_000,
        // A home of its own: neither the user's plugins nor a log of ours in it.
        env: {
          ...process.env,
          HOME: folder,
          XDG_CONFIG_HOME: folder,
          XDG_DATA_HOME: folder,
          XDG_CACHE_HOME: folder,
          XDG_STATE_HOME: folder,
          NVIM_JOB: JSON.stringify(job),
        },
      },
    );
    const line = `${run.stdout}\n${run.stderr}`.split(/\r?\n/).find((each) => each.includes("RESULT "));
    if (!line) throw new Error(`Neovim said nothing of use:\n${run.stdout}\n${run.stderr}`);
    const result = JSON.parse(line.slice(line.indexOf("RESULT ") + 7)) as { error?: string; files?: [Visit, Visit] };
    if (!result.files) throw new Error(result.error);
    visits = result.files;
  }, 180_000);

  const cases = [
    ["YAML", 0],
    ["JSON", 1],
  ] as const;

  test.each(cases)("%s: diagnostics are pushed by the settings, and stand where they belong", (_, index) => {
    expect(visits[index].diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([
      {
        code: "client-credentials-exclusive",
        source: "Cognito",
        severity: "ERROR",
        message: expect.stringContaining("client_credentials cannot be combined with code"),
        text: expect.stringMatching(/^"?client_credentials"?$/),
      },
    ]);
  });

  test.each(cases)("%s: a quick fix is offered, applied, and its diagnostic goes", (_, index) => {
    expect(visits[index].actions).toEqual(
      expect.arrayContaining(["Remove client_credentials", "Keep only client_credentials"]),
    );
    expect(visits[index].text).toMatch(/AllowedOAuthFlows"?: \["?code"?\]/);
  });

  test.each(cases)("%s: a half-typed member is completed in place, as plain text", (_, index) => {
    const { completions, plain, text } = visits[index];
    expect(completions).toContain("LogoutURLs");
    expect(completions).not.toContain("CallbackURLs");
    expect(plain).toBe(true);
    expect(text).not.toMatch(/Logout(?!URLs)|\$\d/);
  });

  test.each(cases)("%s: hover answers", (_, index) => {
    expect(visits[index].hover.contents.value).toContain("LogoutURLs");
  });

  test("what comes out, whole", () => {
    expect(visits.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "UserPoolId: eu-west-1_abc
      ClientName: web # 😀
      AllowedOAuthFlows: [code]
      LogoutURLs:
        - 
      GenerateSecret: true
      CallbackURLs: [https://a.example]",
        "{
        "UserPoolId": "eu-west-1_abc",
        "ClientName": "w😀", "AllowedOAuthFlows": ["code"],
        "LogoutURLs": ["https://example.com/"],
        "GenerateSecret": true,
        "CallbackURLs": ["https://a.example"]
      }",
      ]
    `);
  });
});
