import { afterAll, describe, expect, test } from "vitest";
import { cliFolder } from "../test/support/cli.ts";

/** Every syntax trouble that a file may have, as a file: each is told where it stands, and the rest is still checked. */
const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());

const head = "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\nPreventUserExistenceErrors: ENABLED\n";
const json = (rest: string) =>
  `{\n  "UserPoolId": "eu-west-1_AbCdEf123",\n  "ClientName": "web",\n  "PreventUserExistenceErrors": "ENABLED"${rest}\n}\n`;

/** Findings as `line:column rule pointer`. */
async function lint(ending: string, content: string | Uint8Array) {
  // A spec by its name: what is in it does not matter.
  const name = ending.replace(".", ".cognito-client.");
  folder.write(name, content);
  const { code, out, err } = await folder.run(["lint", "--format", "json", name]);
  expect(err).toBe("");
  const findings: { ruleId: string; path: string; range: { start: { line: number; column: number } } }[] =
    JSON.parse(out).files[0].findings;
  const told = findings.map(({ ruleId, path, range: { start } }) =>
    `${start.line}:${start.column} ${ruleId} ${path}`.trimEnd(),
  );
  return { code, told };
}

describe("a syntax error is told, and the rest is checked", () => {
  test.each([
    [
      "no comma",
      "a.json",
      json(' "LogoutURLs": [], "GenerateSecret": "x"'),
      "4:43 syntax-error",
      "4:79 wrong-type /GenerateSecret",
    ],
    [
      "an open brace",
      "b.json",
      json(',\n "GenerateSecret": "x",\n "LogoutURLs": []').replace("}\n", ""),
      "syntax-error",
      "wrong-type",
    ],
    [
      "single quotes",
      "c.json",
      json(',\n "RefreshTokenValidity": \'1\', "GenerateSecret": 1'),
      "syntax-error",
      "wrong-type",
    ],
    ["a trailing comma", "d.json", json(',\n "GenerateSecret": 1,'), "syntax-error", "5:20 wrong-type /GenerateSecret"],
    [
      "a tab as indent",
      "e.yaml",
      `${head}GenerateSecret: maybe\nCallbackURLs:\n\t- https://a.example\n`,
      "6:1 syntax-error",
      "4:17 wrong-type /GenerateSecret",
    ],
    [
      "an open quote",
      "f.yaml",
      `${head}GenerateSecret: maybe\nLogoutURLs: ["https://a.example]\n`,
      "syntax-error",
      "4:17 wrong-type /GenerateSecret",
    ],
    [
      "an open bracket",
      "g.yaml",
      `GenerateSecret: maybe\n${head}LogoutURLs: [https://a.example\n`,
      "syntax-error",
      "1:17 wrong-type /GenerateSecret",
    ],
    [
      "a missing colon",
      "h.yaml",
      `GenerateSecret: maybe\n${head}CallbackURLs\n`,
      "syntax-error",
      "1:17 wrong-type /GenerateSecret",
    ],
    [
      "a missing anchor",
      "i.yaml",
      `GenerateSecret: maybe\n${head}LogoutURLs: *none\n`,
      "5:13 syntax-error",
      "1:17 wrong-type /GenerateSecret",
    ],
  ])("%s (%s)", async (_what, name, content, ...expected) => {
    const { code, told } = await lint(name, content);
    expect(code).toBe(1);
    for (const part of expected)
      expect(
        told.filter((line) => line.includes(part)),
        part,
      ).toHaveLength(1);
    expect(told, "and nothing else").toHaveLength(expected.length);
  });
});

describe("a key without a value", () => {
  test("YAML: like an absent member, as AWS reads null", async () => {
    const { told } = await lint("key.yaml", `${head}CallbackURLs:\nGenerateSecret: maybe\n`);
    expect(told).toContain("5:17 wrong-type /GenerateSecret");
    expect(told.filter((line) => line.startsWith("4:")).length).toBeLessThanOrEqual(1);
  });
  test("JSON: one syntax error there", async () => {
    const { code, told } = await lint("key.json", json(',\n  "CallbackURLs":'));
    expect(code).toBe(1);
    expect(told.filter((line) => line.includes("syntax-error"))).toHaveLength(1);
  });
});

describe("encodings and line ends give the same findings in the same places", () => {
  const yaml = `${head}GenerateSecret: maybe\n`;
  const crlf = yaml.replace(/\n/g, "\r\n");
  test.each([
    ["a UTF-8 BOM", Buffer.from(`\uFEFF${yaml}`)],
    ["UTF-16LE", Buffer.from(`\uFEFF${yaml}`, "utf16le")],
    ["UTF-16BE", Buffer.from(`\uFEFF${yaml}`, "utf16le").swap16()],
    ["CRLF", Buffer.from(crlf)],
    ["UTF-16LE with CRLF", Buffer.from(`\uFEFF${crlf}`, "utf16le")],
  ])("%s", async (_what, content) => {
    expect(await lint("enc.yaml", content)).toEqual({ code: 1, told: ["4:17 wrong-type /GenerateSecret"] });
  });
  // Of JSON, the AWS CLI refuses the mark itself.
  const mark = "1:1 aws-cli-reads-otherwise";
  test.each([
    ["a BOM and tabs", `\uFEFF${json(',\n\t"GenerateSecret": "x"')}`, [mark, "5:20 wrong-type /GenerateSecret"]],
    [
      "a BOM and all on one line",
      '\uFEFF{"UserPoolId":"eu-west-1_AbCdEf123","ClientName":"a","GenerateSecret":"x"}',
      [mark, "1:2 prevent-user-existence-legacy", "1:71 wrong-type /GenerateSecret"],
    ],
    [
      "UTF-16LE",
      Buffer.from(`\uFEFF${json(',\n "GenerateSecret": "x"')}`, "utf16le"),
      [mark, "5:20 wrong-type /GenerateSecret"],
    ],
    ["CRLF", json(',\n "GenerateSecret": "x"').replace(/\n/g, "\r\n"), ["5:20 wrong-type /GenerateSecret"]],
  ])("JSON with %s", async (_what, content, told) => {
    expect(await lint("enc.json", content)).toEqual({ code: 1, told });
  });
  test("a BOM before a JSON list and before ---", async () => {
    expect((await lint("bom-list.json", `\uFEFF[${json(', "GenerateSecret": "x"')}]`)).told).toEqual([
      "1:2 aws-cli-reads-otherwise /0",
      expect.stringMatching(/ wrong-type \/0\/GenerateSecret$/),
    ]);
    expect((await lint("bom-stream.yaml", `\uFEFF---\n${yaml}---\n${yaml}`)).told).toEqual([
      "5:17 wrong-type /0/GenerateSecret",
      "10:17 wrong-type /1/GenerateSecret",
    ]);
  });
});

test.each([
  ["dup.yaml", `${head}ClientName: other\n`, "4:1 duplicate-key"],
  ["dup.json", json(',\n  "ClientName": "other"'), "5:3 duplicate-key"],
])("a key that stands twice is told on the second (%s)", async (name, content, expected) => {
  const { told } = await lint(name, content);
  expect(told.map((line) => line.split(" /")[0])).toEqual([expected]);
});

describe("comments", () => {
  test("in JSONC and YAML are no finding, in .json they are", async () => {
    const text = json(' // a comment, with "quotes" and {braces}');
    expect(await lint("c.jsonc", text)).toEqual({ code: 0, told: [] });
    expect((await lint("c.json", text)).told).toEqual(["4:43 json-comment"]);
    expect(await lint("c.yaml", `# a: b\n${head}# end`)).toEqual({ code: 0, told: [] });
  });
});

describe("flow and block style, anchors, aliases and merge keys", () => {
  test("flow style in YAML", async () => {
    const { told } = await lint(
      "flow.yaml",
      `{ UserPoolId: eu-west-1_AbCdEf123, ClientName: a, PreventUserExistenceErrors: ENABLED, GenerateSecret: "x" }\n`,
    );
    expect(told).toEqual(["1:104 wrong-type /GenerateSecret"]);
  });
  test("an aliased value is read as if written there", async () => {
    const content = `${head}AllowedOAuthFlowsUserPoolClient: &on true\nGenerateSecret: *on\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: &urls [https://example.com/cb]\nLogoutURLs: *urls\nSupportedIdentityProviders: [COGNITO]\n`;
    expect(
      (await lint("alias.yaml", content)).told.filter((line) => /wrong|syntax|missing|required/.test(line)),
    ).toEqual([]);
  });
  test("a wrong value behind an alias is told", async () => {
    const { code, told } = await lint("alias-wrong.yaml", `${head}ReadAttributes: &x maybe\nGenerateSecret: *x\n`);
    expect(code).toBe(1);
    expect(told.some((line) => line.endsWith("wrong-type /GenerateSecret"))).toBe(true);
  });
  test("merged members count, and a member's own word wins", async () => {
    const { code, told } = await lint(
      "merge.yaml",
      `TokenValidityUnits: &base { AccessToken: minutes, IdToken: weeks }\n${head}---\n<<: { ClientName: a, PreventUserExistenceErrors: ENABLED, GenerateSecret: maybe }\nUserPoolId: eu-west-1_AbCdEf123\nGenerateSecret: true\n`,
    );
    expect(code).toBe(1);
    expect(told.filter((line) => line.includes(" /1"))).toEqual([]);
    expect(told.filter((line) => line.endsWith("/0/TokenValidityUnits/IdToken"))).toHaveLength(1);
  });
});

test("values of other tools are unknown, and nobody complains", async () => {
  const tags = `UserPoolId: !Ref Pool\nClientName: !Sub "\${AWS::StackName}-web"\nPreventUserExistenceErrors: ENABLED\nGenerateSecret: !If [A, true, false]\nCallbackURLs: !Split [",", !Ref Urls]\n`;
  expect((await lint("tags.yaml", tags)).code).toBe(0);
  const fn = `{ "UserPoolId": { "Ref": "Pool" }, "ClientName": { "Fn::Sub": "x" }, "GenerateSecret": { "Fn::If": ["A", true, false] }, "PreventUserExistenceErrors": "ENABLED" }`;
  expect(await lint("fn.json", fn)).toEqual({ code: 0, told: [] });
});

describe("what is no app client", () => {
  test.each([
    ["an empty file", "", "1:1"],
    ["white space", " \n\n", ""],
    ["a comment only", "# later\n", ""],
    ["a text", "hello\n", "1:1"],
    ["a number", "42\n", "1:1"],
    ["null", "null\n", "1:1"],
    ["an empty list", "[]", ""],
  ])("%s: one error", async (_what, content, place) => {
    for (const name of ["none.yaml", "none.jsonc"]) {
      if (name === "none.jsonc" && /^[#h]/.test(content)) continue;
      const { code, told } = await lint(name, content);
      expect({ code, count: told.length }, `${name}: ${told}`).toEqual({ code: 1, count: 1 });
      expect(told[0]).toContain(place);
    }
  });
  test("the answer of describe-user-pool-client: one finding on top, not a dozen", async () => {
    const answer = {
      UserPoolClient: {
        UserPoolId: "eu-west-1_AbCdEf123",
        ClientName: "web",
        ClientId: "1example23456789",
        LastModifiedDate: 1,
        CreationDate: 1,
        PreventUserExistenceErrors: "ENABLED",
      },
    };
    const { told } = await lint("described.json", JSON.stringify(answer));
    expect(told.filter((line) => !line.includes("hint"))).toEqual([
      expect.stringMatching(/^1:2 response-only-property \/UserPoolClient$/),
    ]);
  });
});

describe("bounds", () => {
  test("an alias bomb", async () => {
    const lines = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    const { code, told } = await lint("bomb.yaml", `${head}${lines.join("\n")}\n`);
    expect(code).toBe(1);
    expect(told.filter((line) => line.includes("document-limit"))).toHaveLength(1);
  });
  test.each([
    ["deep.json", (depth: number) => `{ "ClientName": ${"[".repeat(depth)}${"]".repeat(depth)} }`],
    ["deep.yaml", (depth: number) => `ClientName: ${"[".repeat(depth)}${"]".repeat(depth)}\n`],
    [
      "deep-block.yaml",
      (depth: number) => Array.from({ length: Math.min(depth, 300) }, (_, i) => `${" ".repeat(i)}a:\n`).join(""),
    ],
  ])("deep nesting (%s)", async (name, text) => {
    for (const depth of [40, 1_000, 20_000]) {
      const { told } = await lint(name, text(depth));
      expect(
        told.filter((line) => line.includes("document-limit")),
        `${depth} levels`,
      ).toHaveLength(1);
    }
  });
});
