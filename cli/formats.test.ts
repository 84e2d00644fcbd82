import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Log } from "sarif";
import { afterAll, describe, expect, test } from "vitest";
import { cliFolder } from "../test/support/cli.ts";

const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());

async function lint(format: string, files: Readonly<Record<string, string>>, more: { terminal?: boolean } = {}) {
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder.run(["lint", "--format", format, ...Object.keys(files)], more);
}
const clean = "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\nPreventUserExistenceErrors: ENABLED\n";

describe("json", () => {
  test("is exactly what design.md promises", async () => {
    const { out } = await lint("json", { "web.yaml": `${clean}GenerateSecret: maybe\n` });
    expect(out.endsWith("}\n")).toBe(true);
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          path: "web.yaml",
          findings: [
            {
              ruleId: "wrong-type",
              severity: "error",
              message: expect.stringContaining("GenerateSecret"),
              path: "/GenerateSecret",
              range: { start: { line: 4, column: 17 }, end: { line: 4, column: 22 } },
              fixable: expect.any(Boolean),
            },
          ],
        },
      ],
      summary: { files: 1, error: 1, warning: 0, info: 0, hint: 0 },
    });
    expect(out, "one line").toBe(`${JSON.stringify(JSON.parse(out))}\n`);
  });

  test("no findings", async () => {
    const { out } = await lint("json", { "clean.yaml": clean });
    expect(JSON.parse(out)).toEqual({
      files: [{ path: "clean.yaml", findings: [] }],
      summary: { files: 1, error: 0, warning: 0, info: 0, hint: 0 },
    });
  });

  async function only(name: string, text: string, ruleId = "wrong-type") {
    const { files } = JSON.parse((await lint("json", { [name]: text })).out);
    return files[0].findings.filter((finding: { ruleId: string }) => finding.ruleId === ruleId);
  }

  test("columns count UTF-16 units", async () => {
    const [finding] = await only("wide.json", '{ "ClientName": "🏊é", "GenerateSecret": "maybe" }');
    expect(finding.range).toEqual({ start: { line: 1, column: 42 }, end: { line: 1, column: 49 } });
  });

  test("a byte order mark takes no column, and CRLF is one line end", async () => {
    const [finding] = await only("bom.json", '\uFEFF{ "GenerateSecret": "maybe",\r\n "ClientName": "a" }\r\n');
    expect(finding.range.start).toEqual({ line: 1, column: 21 });
    const [second] = await only("crlf.yaml", "ClientName: a\r\n# b\r\nGenerateSecret: maybe\r\n");
    expect(second.range).toEqual({ start: { line: 3, column: 17 }, end: { line: 3, column: 22 } });
  });

  test.each([
    ["a YAML stream", "s.yaml", "---\nClientName: a\n---\nGenerateSecret: maybe\n", "/1/GenerateSecret"],
    ["a JSON list", "l.json", '[{}, {"GenerateSecret": "maybe"}]', "/1/GenerateSecret"],
    ["a JSON list of one", "l.json", '[{"GenerateSecret": "maybe"}]', "/0/GenerateSecret"],
    ["a YAML list", "l.yaml", "- ClientName: a\n- GenerateSecret: maybe\n", "/1/GenerateSecret"],
    ["one document after ---", "o.yaml", "---\nGenerateSecret: maybe\n", "/GenerateSecret"],
  ])("in %s the pointer begins with the document's index, if there may be several", async (_what, name, text, path) => {
    expect(await only(name, text)).toEqual([expect.objectContaining({ path })]);
  });

  test("a pointer escapes / and ~", async () => {
    const found = await only("odd.cognito-client.json", '{ "a/b~c": 1 }', "unknown-property");
    expect(found).toEqual([expect.objectContaining({ path: "/a~1b~0c" })]);
  });

  test("fixable tells whether there is a fix, safe or not", async () => {
    const [fixable] = await only("fix.yaml", 'GenerateSecret: "true"\n');
    expect(fixable.fixable).toBe(true);
    const { out } = await folder.run([
      "lint",
      "--format",
      "json",
      "--rule",
      "write-attributes-default=info",
      "clean.yaml",
    ]);
    expect(JSON.parse(out).files[0].findings).toEqual([
      expect.objectContaining({ ruleId: "write-attributes-default", fixable: false }),
    ]);
  });
});

const ESCAPE = "\u001b";

describe("text", () => {
  const block = async (name: string, text: string) => {
    const { out } = await lint("text", { [name]: text });
    const lines = out.split("\n");
    const head = lines.findIndex((line) => line.includes("[wrong-type]"));
    return { head: lines[head], source: lines[head + 1] ?? "", caret: lines[head + 2] ?? "", last: lines.at(-2) };
  };
  /** What the caret line underlines in the source line. */
  const underlined = (source: string, caret: string) => {
    expect(caret.slice(0, caret.indexOf("|"))).toMatch(/^\s*$/);
    return source.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1);
  };

  test("place, severity, message, rule, excerpt and caret", async () => {
    const { head, source, caret, last } = await block("web.yaml", `${clean}GenerateSecret: maybe # note\n`);
    expect(head).toMatch(/^web\.yaml:4:17: error: GenerateSecret .* \[wrong-type\]$/);
    expect(source).toBe(" 4 | GenerateSecret: maybe # note");
    expect(caret).toBe("   |                 ^^^^^");
    expect(last).toMatch(/^1 error in 1 file\./);
  });

  test("tabs stay tabs under tabs, so that the caret stands under its text", async () => {
    const { source, caret } = await block("tabs.json", '{\n\t\t"GenerateSecret":\t"maybe"\n}\n');
    expect(source).toBe(' 2 | \t\t"GenerateSecret":\t"maybe"');
    expect(caret).toBe("   | \t\t                 \t^^^^^^^");
  });

  test("a long line is cut around what is meant", async () => {
    const many = Array.from({ length: 60 }, (_, index) => `"https://example.com/${index}"`).join(",");
    const line = `{"CallbackURLs":[${many}],"GenerateSecret":"maybe","LogoutURLs":[${many}]}`;
    const { source, caret } = await block("long.json", line);
    expect(source.length).toBeLessThan(140);
    expect(underlined(source, caret)).toBe('"maybe"');
  });

  test("CRLF leaves no carriage return in the output", async () => {
    const { out } = await lint("text", { "crlf.yaml": "ClientName: a\r\nGenerateSecret: maybe\r\n" });
    expect(out).not.toContain("\r");
    const { source, caret } = await block("crlf.yaml", "ClientName: a\r\nGenerateSecret: maybe\r\n");
    expect(underlined(source, caret)).toBe("maybe");
  });

  test("what spans lines is underlined to the end of its first line", async () => {
    const { source, caret } = await block("lines.json", '{ "GenerateSecret": {\n "a": 1 } }');
    expect(underlined(source, caret)).toBe("{");
  });

  test("counts by severity, files, and what --fix would do", async () => {
    const files = { "a.yaml": `${clean}GenerateSecret: "true"\n`, "b.yaml": "ClientName: a\nGenerateSecret: 1.5\n" };
    const { out } = await lint("text", files);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(
      /^\d+ errors?(, \d+ \w+)* in 2 files\. \d+ can be fixed by --fix\. 1 hint not shown; --min-severity hint shows all\.$/,
    );
    expect((await lint("text", { "clean.yaml": clean })).out).toBe("1 file checked, no findings.\n");
  });

  test("colours at a terminal only, and not with NO_COLOR", async () => {
    folder.write("colour.yaml", "GenerateSecret: maybe\n");
    const args = ["lint", "colour.yaml"];
    const plain = await folder.run(args);
    const terminal = await folder.run(args, { terminal: true });
    const without = await folder.run(args, { terminal: true, env: { NO_COLOR: "1" } });
    const empty = await folder.run(args, { terminal: true, env: { NO_COLOR: "" } });
    const escapes = new RegExp(`${ESCAPE}\\[\\d+m`, "g");
    expect(plain.out).not.toMatch(escapes);
    expect(without.out).toBe(plain.out);
    expect(terminal.out).toMatch(escapes);
    expect(terminal.out.replace(escapes, "")).toBe(plain.out);
    expect(empty.out, "an empty NO_COLOR does not count (no-color.org)").toBe(terminal.out);
  });

  test("control characters of a file do not reach the terminal", async () => {
    const { out } = await lint("text", { "esc.json": '{ "ClientName\u001b[31m": 1, "GenerateSecret": "\u001b]0;x" }' });
    expect(out).not.toContain(ESCAPE);
    expect(out).toContain('"ClientName\\u001b[31m"');
    const { source, caret } = await block("bidi.yaml", "GenerateSecret: \u202Eeurt\u202C # \u200B\n");
    expect(source).toBe(" 1 | GenerateSecret: \\u202eeurt\\u202c # \\u200b");
    expect(underlined(source, caret)).toBe("\\u202eeurt\\u202c");
  });
});

describe("github", () => {
  test("one workflow command for each finding", async () => {
    const { out } = await lint("github", { "web.yaml": `${clean}GenerateSecret: maybe\n` });
    expect(out).toMatch(
      /^::error file=web\.yaml,line=4,endLine=4,col=17,endColumn=22,title=wrong-type::GenerateSecret .+\n$/,
    );
  });

  test("properties and data are escaped", async () => {
    const name = "50%,a:b.cognito-client.yaml";
    const { out } = await lint("github", { [name]: '"100%\\nName": 1\n' });
    for (const line of out.trimEnd().split("\n"))
      expect(line).toMatch(
        /^::(error|warning|notice) file=50%25%2Ca%3Ab\.cognito-client\.yaml,line=\d+,endLine=\d+,col=\d+/,
      );
    expect(out).toContain("100%25");
    expect(out).not.toMatch(/100%[^2]/);
  });

  test("severities become error, warning and notice; no end column over several lines", async () => {
    const { out } = await lint("github", {
      "mix.yaml":
        "UserPoolId: eu-west-1_AbCdEf123\nClientName: a\nCallbackURLs: [https://shop.acme.dev/a]\nGenerateSecret:\n  - a\n  - b\n",
    });
    expect(out).not.toContain("::notice ");
    expect((await folder.run(["lint", "--format", "github", "--min-severity", "hint", "mix.yaml"])).out).toContain(
      "::notice ",
    );
    expect(out).toContain("::warning ");
    expect(out).toMatch(/::error file=mix\.yaml,line=5,endLine=6,col=3,title=wrong-type::/);
  });

  test("no findings, no output", async () => {
    expect((await lint("github", { "clean.yaml": clean })).out).toBe("");
  });
});

describe("junit", () => {
  /** The elements of a document with their attributes, by a pattern that takes nothing but well-formed tags and text. */
  function elements(xml: string) {
    const [declaration, rest] = xml.split("?>\n");
    expect(declaration).toBe('<?xml version="1.0" encoding="UTF-8"');
    const open: string[] = [];
    const found: { name: string; attributes: Record<string, string>; inside: string | undefined }[] = [];
    const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>|([^<>&]|&(?:amp|lt|gt|quot);)+/gy;
    let end = 0;
    for (const match of (rest ?? "").matchAll(token)) {
      end = match.index + match[0].length;
      const [, closing, name, attributes = "", single] = match;
      if (name === undefined) continue;
      if (closing === "/") {
        expect(open.pop()).toBe(name);
        continue;
      }
      const pairs = Array.from(attributes.matchAll(/ ([a-z]+)="([^"]*)"/g), ([, key, value]) => [
        key ?? "",
        value ?? "",
      ]);
      found.push({ name, attributes: Object.fromEntries(pairs), inside: open.at(-1) });
      if (single !== "/") open.push(name);
    }
    expect(end, "what stands behind the last token").toBe(rest?.length);
    expect(open).toEqual([]);
    return found;
  }

  test("a suite for each file, a case for each finding, and only errors fail", async () => {
    const { out, code } = await lint("junit", {
      "a&b.yaml": `${clean}GenerateSecret: maybe\nCallbackURLs: [https://shop.acme.dev/a]\n`,
      "clean.yaml": clean,
    });
    expect(code).toBe(1);
    const all = elements(out);
    const [suites, first] = all;
    expect(suites).toMatchObject({ name: "testsuites", attributes: { tests: "3", failures: "1", errors: "0" } });
    expect(first).toMatchObject({ name: "testsuite", attributes: { name: "a&amp;b.yaml", tests: "2", failures: "1" } });
    expect(all.filter(({ name }) => name === "failure")).toEqual([
      {
        name: "failure",
        attributes: { type: "wrong-type", message: expect.stringContaining("GenerateSecret") },
        inside: "testcase",
      },
    ]);
    expect(all.filter(({ name }) => name === "testcase").map(({ attributes }) => attributes.name)).toEqual([
      "wrong-type at 4:17",
      "oauth-settings-without-flag at 5:1",
      "no findings",
    ]);
  });

  test("a file that cannot be read is an error, and hostile text stays text", async () => {
    folder.write("<x>.yaml", '"]]></failure>\u001b\uFFFE": 1\nGenerateSecret: maybe\n');
    const { out, code } = await folder.run(["lint", "--format", "junit", "none.yaml", "<x>.yaml"]);
    expect(code).toBe(2);
    const all = elements(out);
    expect(all.find(({ name }) => name === "error")?.attributes).toEqual({ message: "none.yaml does not exist" });
    expect(
      all.find(({ name, attributes }) => name === "testsuite" && attributes.name !== "none.yaml")?.attributes.name,
    ).toBe("&lt;x&gt;.yaml");
    expect(out).not.toContain(ESCAPE);
  });
});

describe("what is kept from people", () => {
  const files = {
    "kept.yaml": "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\nCallbackURLs: [https://shop.acme.dev/a]\n",
  };
  const severities = (out: string) => Array.from(out.matchAll(/^(?:::(\w+) |\S+: (\w+): )/gm), ([, a, b]) => a ?? b);

  test.each([
    ["text", [], ["warning"]],
    ["text", ["--min-severity", "hint"], ["warning", "hint"]],
    ["github", [], ["warning"]],
    ["github", ["--min-severity", "hint"], ["warning", "notice"]],
  ])("%s %j", async (format, more, expected) => {
    await lint(format, files);
    const { out } = await folder.run(["lint", "--format", format, ...more, "kept.yaml"]);
    expect(new Set(severities(out))).toEqual(new Set(expected));
  });

  test("text says how many, and of what", async () => {
    const last = (out: string) => out.trimEnd().split("\n").at(-1);
    expect(last((await lint("text", files)).out)).toMatch(
      /^1 warning in 1 file\. .*1 hint not shown; --min-severity hint shows all\.$/,
    );
    const { out } = await folder.run(["lint", "--min-severity", "hint", "kept.yaml"]);
    expect(last(out)).toMatch(/^1 warning, 1 hint in 1 file\./);
    expect(out).not.toContain("not shown");
    folder.write("only-hint.yaml", "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\n");
    expect((await folder.run(["lint", "only-hint.yaml"])).out).toMatch(
      /^1 file checked, no findings of severity warning or error\. (\d+ can be fixed by --fix\. )?1 hint not shown/,
    );
  });

  test.each(["json", "sarif", "junit"])("%s keeps all, whatever is asked for", async (format) => {
    const few = (await lint(format, files)).out;
    const { out } = await folder.run(["lint", "--format", format, "--min-severity", "hint", "kept.yaml"]);
    expect(out).toBe(few);
    expect(out).toContain("prevent-user-existence-legacy");
  });
});

describe("sarif", () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../test/fixtures/sarif/sarif-2.1.0-rtm.5.json"), "utf8"),
  );
  // Draft-04 says `id`; nothing else in this schema differs from draft-07.
  const { id: _id, $schema: _draft, ...rest } = schema;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  ajv.addFormat("uri", (text: string) => URL.canParse(text));
  ajv.addFormat("uri-reference", (text: string) => !/[\s"<>\\^`{|}]/.test(text) && URL.canParse(text, "file:///"));
  ajv.addFormat("date-time", (text: string) => !Number.isNaN(Date.parse(text)));
  const valid = ajv.compile(rest);

  async function log(files: Readonly<Record<string, string>>): Promise<Log> {
    const parsed: unknown = JSON.parse((await lint("sarif", files)).out);
    expect(valid(parsed), JSON.stringify(valid.errors)).toBe(true);
    return parsed as Log;
  }

  test("the schema refuses what is not SARIF", () => {
    expect(valid({ version: "2.1.0" })).toBe(false);
    expect(valid({ version: "2.1.0", runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  test("findings with rule, level and region", async () => {
    const { runs } = await log({ "web.yaml": `${clean}GenerateSecret: maybe\nCallbackURLs: [https://example.com]\n` });
    const [run] = runs;
    expect(run?.columnKind).toBe("utf16CodeUnits");
    const result = run?.results?.find(({ ruleId }) => ruleId === "wrong-type");
    expect(result).toMatchObject({ level: "error", message: { text: expect.stringContaining("GenerateSecret") } });
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "web.yaml" },
      region: { startLine: 4, startColumn: 17, endLine: 4, endColumn: 22 },
    });
    for (const each of run?.results ?? [])
      expect(run?.tool.driver.rules?.[each.ruleIndex ?? -1]?.id, "ruleIndex").toBe(each.ruleId);
  });

  test("no findings, a syntax error, an empty file and a missing one", async () => {
    await log({ "clean.yaml": clean, "torn.cognito-client.json": "{", "cognito-client.yaml": "" });
    const { out, code } = await folder.run(["lint", "--format", "sarif", "none.yaml", "clean.yaml"]);
    expect(code).toBe(2);
    const parsed: Log = JSON.parse(out);
    expect(valid(parsed), JSON.stringify(valid.errors)).toBe(true);
    expect(parsed.runs[0]?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: "error", message: { text: "none.yaml does not exist" } }],
    });
  });

  test.each([
    ["a b/ü#1?.yaml", "a%20b/%C3%BC%231%3F.yaml"],
    ["./dot.yaml", "dot.yaml"],
  ])("%s as a URI", async (name, uri) => {
    const { runs } = await log({ [name]: "GenerateSecret: maybe\n" });
    expect(runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  test("an absolute path is a file URI", async () => {
    folder.write("abs.yaml", "GenerateSecret: maybe\n");
    const { out } = await folder.run(["lint", "--format", "sarif", join(folder.path, "abs.yaml")]);
    expect(valid(JSON.parse(out))).toBe(true);
    expect(out).toMatch(/"uri": "file:\/\/\/.*\/abs\.yaml"/);
  });
});
