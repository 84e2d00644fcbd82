import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cliFolder } from "../../test/support/cli.ts";

const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());
const run = folder.run;

const clean = "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\nPreventUserExistenceErrors: ENABLED\n";
const withError = `${clean}GenerateSecret: maybe\n`;
/** A warning, and no error. */
const withWarning = `${clean}CallbackURLs:\n  - https://example.com/cb\n`;

interface JsonFinding {
  ruleId: string;
  severity: string;
  path: string;
  fixable: boolean;
}
async function findings(args: readonly string[], stdin?: string): Promise<JsonFinding[]> {
  const { out } = await run(["lint", "--format", "json", ...args], stdin === undefined ? {} : { stdin });
  return JSON.parse(out).files.flatMap((file: { findings: JsonFinding[] }) => file.findings);
}

beforeAll(() => {
  folder.write("clean.yaml", clean);
  folder.write("error.yaml", withError);
  folder.write("warning.yaml", withWarning);
});

describe("exit code", () => {
  test.each([
    ["no findings", ["clean.yaml"], 0],
    ["a warning", ["warning.yaml"], 0],
    ["an error", ["error.yaml"], 1],
    ["as many warnings as allowed", ["--max-warnings", "1", "warning.yaml"], 0],
    ["more warnings than allowed", ["--max-warnings", "0", "warning.yaml"], 1],
    ["more warnings than allowed, over all files", ["--max-warnings=0", "clean.yaml", "warning.yaml"], 1],
    ["a warning raised to an error", ["--rule", "oauth-settings-without-flag=error", "warning.yaml"], 1],
    ["an error turned off", ["--rule", "wrong-type=off", "error.yaml"], 0],
    ["a missing file", ["none.yaml"], 2],
    ["a missing file beside an error", ["none.yaml", "error.yaml"], 2],
  ])("%s", async (_what, args, code) => {
    expect((await run(["lint", ...args])).code).toBe(code);
  });
});

describe("options", () => {
  test("--rule may be repeated, and the last one counts", async () => {
    const args = ["--rule", "wrong-type=off", "--rule", "wrong-type=info", "error.yaml"];
    expect(await findings(args)).toEqual([expect.objectContaining({ ruleId: "wrong-type", severity: "info" })]);
  });

  test("--preset strict tells more than recommended", async () => {
    folder.write("spa.yaml", "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\n");
    const recommended = await findings(["--preset", "recommended", "spa.yaml"]);
    const strict = await findings(["--preset", "strict", "spa.yaml"]);
    expect(recommended).toEqual(await findings(["spa.yaml"]));
    const told = (list: JsonFinding[]) => list.map(({ ruleId, severity }) => `${ruleId}=${severity}`);
    expect(told(recommended)).toEqual(["prevent-user-existence-legacy=hint"]);
    expect(told(strict)).toContain("prevent-user-existence-legacy=info");
    expect(strict.length).toBeGreaterThan(recommended.length);
  });

  test("--facts judges by what is known of the pool", async () => {
    const spec = `${clean}SupportedIdentityProviders: [COGNITO, Okta]\n`;
    const pool = {
      poolId: "eu-west-1_AbCdEf123",
      fetchedAt: "2026-11-22T12:00:00Z",
      identityProviders: [{ name: "AzureAD", type: "SAML" }],
    };
    folder.write("pool.json", JSON.stringify(pool));
    folder.write("pools.json", JSON.stringify([{ ...pool, poolId: "eu-west-1_Other" }, pool]));
    folder.write("other.json", JSON.stringify({ ...pool, poolId: "eu-west-1_Other" }));
    folder.write("idp.yaml", spec);
    const rule = expect.objectContaining({ ruleId: "idp-not-found", path: "/SupportedIdentityProviders/1" });
    expect(await findings(["--facts", "pool.json", "idp.yaml"])).toContainEqual(rule);
    expect(await findings(["--facts", "pools.json", "idp.yaml"])).toContainEqual(rule);
    expect(await findings(["--facts", "other.json", "idp.yaml"]), "facts of another pool").not.toContainEqual(rule);
    expect(await findings(["idp.yaml"])).not.toContainEqual(rule);
  });

  test.each([
    ["no facts", "{}", "no poolId"],
    ["null", "null", "no poolId"],
    ["not JSON", "{", "is no JSON"],
    ["facts of the wrong type", '{ "poolId": "p", "identityProviders": [1] }', "(identityProviders)"],
  ])("--facts with %s is bad usage", async (_what, content, message) => {
    folder.write("bad-facts.json", content);
    const { code, out, err } = await run(["lint", "--facts", "bad-facts.json", "clean.yaml"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});

describe("standard input", () => {
  test("is told apart by how it begins", async () => {
    expect(await findings(["-"], withError)).toContainEqual(expect.objectContaining({ ruleId: "wrong-type" }));
    expect(await findings(["-"], '{ "GenerateSecret": "maybe" }')).toContainEqual(
      expect.objectContaining({ ruleId: "wrong-type", path: "/GenerateSecret" }),
    );
  });

  test("--stdin-filename gives its name and syntax", async () => {
    const { out } = await run(["lint", "--format", "json", "--stdin-filename", "a/web.json", "-"], {
      stdin: `// note\n{ "UserPoolId": "eu-west-1_AbCdEf123", "ClientName": "a" }`,
    });
    const [file] = JSON.parse(out).files;
    expect(file.path).toBe("a/web.json");
    expect(file.findings).toContainEqual(expect.objectContaining({ ruleId: "json-comment" }));
  });

  test("--stdin-filename finds the config file of its folder", async () => {
    folder.write("strict/cognito-client.config.json", '{ "rules": { "wrong-type": "off" } }');
    expect(await findings(["--stdin-filename", "strict/web.yaml", "-"], withError)).toEqual([]);
    expect(await findings(["--stdin-filename", "web.yaml", "-"], withError)).toHaveLength(1);
  });

  test("is read once and checked beside files", async () => {
    const { out } = await run(["lint", "--format", "json", "-", "clean.yaml", "-"], { stdin: clean });
    expect(JSON.parse(out).files.map(({ path }: { path: string }) => path)).toEqual(["-", "clean.yaml"]);
  });

  test("that is no text is told", async () => {
    const { code, err } = await run(["lint", "-"], { stdin: new Uint8Array([0x43, 0xe9, 0x0a]) });
    expect(code).toBe(2);
    expect(err).toBe("- is not valid UTF-8 text: save it as UTF-8.\n");
  });

  test("with --fix the fixed text is the output, and findings go to standard error", async () => {
    const { out, err } = await run(["lint", "--fix", "-"], { stdin: `# mine\n${clean}Clientname: web\n` });
    expect(out).toMatch(/^# mine\nUserPoolId: eu-west-1_AbCdEf123\n/);
    expect(out).not.toContain("finding");
    expect(err).not.toBe("");
    const json = await run(["lint", "--fix", "-"], { stdin: '{"GenerateSecret": "true"}' });
    expect(json.out).toBe('{"GenerateSecret": true}');
  });
});

describe("--fix", () => {
  const broken = 'UserPoolId: eu-west-1_AbCdEf123 # the pool\nClientName: web\nGenerateSecret: "true" # yes\n';
  const mended = broken.replace('"true"', "true");
  const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

  test.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["UTF-8 with a BOM", (text: string) => Buffer.from(`\uFEFF${text}`)],
    ["UTF-16LE", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16BE", (text: string) => utf16be(`\uFEFF${text}`)],
    ["CRLF", (text: string) => Buffer.from(text.replace(/\n/g, "\r\n"))],
    ["CRLF with a BOM", (text: string) => Buffer.from(`\uFEFF${text.replace(/\n/g, "\r\n")}`)],
    ["letters beyond ASCII", (text: string) => Buffer.from(text.replace("pool", "pöøl 🏊"))],
  ])("keeps %s, and a second run changes nothing", async (_what, bytes) => {
    folder.write("fix.yaml", bytes(broken));
    const first = await run(["lint", "--fix", "fix.yaml"]);
    expect(first.err).toBe("");
    expect(folder.read("fix.yaml")).toEqual(bytes(mended));
    await run(["lint", "--fix", "fix.yaml"]);
    expect(folder.read("fix.yaml")).toEqual(bytes(mended));
  });

  test("keeps the byte order mark of JSON, of which it tells, and gives standard output none", async () => {
    const [text, fixed] = ['{"GenerateSecret": "true"}\n', '{"GenerateSecret": true}\n'];
    folder.write("marked.json", `\uFEFF${text}`);
    const { out } = await run(["lint", "--fix", "--min-severity", "hint", "marked.json"]);
    expect(out).toContain("aws-cli-reads-otherwise");
    expect(folder.read("marked.json").toString()).toBe(`\uFEFF${fixed}`);
    const piped = await run(["lint", "--fix", "--min-severity", "hint", "--stdin-filename", "a.json", "-"], {
      stdin: `\uFEFF${text}`,
    });
    expect(piped.out).toBe(fixed);
    expect(piped.err).toContain("aws-cli-reads-otherwise");
  });

  test("reports what is left, and leaves suggestions to the user", async () => {
    folder.write("left.yaml", `${withWarning}GenerateSecret: "true"\n`);
    const { code, out } = await run(["lint", "--fix", "left.yaml"]);
    expect(code).toBe(0);
    expect(folder.read("left.yaml").toString()).toBe(`${withWarning}GenerateSecret: true\n`);
    expect(out).toContain("oauth-settings-without-flag");
    expect(out).not.toContain("wrong-type");
  });

  test("every app client of a stream and of a list", async () => {
    folder.write("stream.yaml", `--- # one\n${broken}--- # two\n${broken}`);
    folder.write("list.json", '[\n  {"GenerateSecret": "true"},\n  {"GenerateSecret": "false"}\n]\n');
    await run(["lint", "--fix", "stream.yaml", "list.json"]);
    expect(folder.read("stream.yaml").toString()).toBe(`--- # one\n${mended}--- # two\n${mended}`);
    expect(folder.read("list.json").toString()).toBe(
      '[\n  {"GenerateSecret": true},\n  {"GenerateSecret": false}\n]\n',
    );
  });

  test("does not write a file that needs no fix, or cannot be decoded", async () => {
    const bytes = new Uint8Array([0x47, 0xff, 0xfe, 0x0a]);
    folder.write("latin.yaml", bytes);
    const { code, err } = await run(["lint", "--fix", "latin.yaml"]);
    expect(code).toBe(2);
    expect(err).toBe("latin.yaml is not valid UTF-8 text: save it as UTF-8.\n");
    expect(folder.read("latin.yaml")).toEqual(Buffer.from(bytes));
  });
});
