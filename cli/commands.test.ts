import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { allRules as rules } from "../server/src/engine/config/all-rules.ts";
import { cliFolder } from "../test/support/cli.ts";
import type { Command } from "./command.ts";
import { parseOptions } from "./command.ts";
import { commands } from "./commands/index.ts";
import { formats } from "./formats/index.ts";

const root = join(import.meta.dirname, "..");
const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());
const run = folder.run;

describe("help", () => {
  test("without a command: the overview, and exit code 2", async () => {
    const { code, out, err } = await run([]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    for (const [name, { summary }] of Object.entries(commands))
      expect(out).toMatch(`  ${name.padEnd(7)}  ${summary}\n`);
  });

  test.each([[["help"]], [["--help"]], [["-h"]], [["help", "nothing"]], [["help", "constructor"]]])(
    "%j shows the overview",
    async (args) => {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out).toContain("Usage: cognito-client COMMAND [options]");
    },
  );

  test.each([
    [["help", "lint"], "--max-warnings N"],
    [["lint", "--help"], "--max-warnings N"],
    [["lint", "-h"], "--max-warnings N"],
    [["help", "create"], "--dry-run"],
    [["help", "facts"], "POOL_ID"],
  ])("%j tells the options", async (args, option) => {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    expect(out).toContain(option);
  });

  test.each(Object.entries<Command>(commands))("%s: usage, options, examples and exit codes", async (name, command) => {
    const { out, code } = await run([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toBe((await run(["help", name])).out);
    expect(out.startsWith(`Usage: cognito-client ${name} ${command.usage}\n`)).toBe(true);
    for (const option of Object.keys(command.options)) expect(out).toMatch(new RegExp(`^  --${option}( |$)`, "m"));
    for (const [line] of command.examples) expect(out).toContain(`  ${line}`);
    for (const code of Object.keys(command.exitCodes)) expect(out).toMatch(new RegExp(`^  ${code}  `, "m"));
    expect(Math.max(...out.split("\n").map((line) => line.length)), "fits a wide terminal").toBeLessThanOrEqual(125);
  });

  test("every example is a command line that its command understands", () => {
    for (const [name, { examples }] of Object.entries<Command>(commands)) {
      expect(examples.length, name).toBeGreaterThan(0);
      for (const [line] of examples) {
        const [, other = "", rest = ""] = /cognito-client (\w+)([^>|]*)/.exec(line) ?? [];
        const { options } = commands[other as keyof typeof commands] as Command;
        expect(
          () =>
            parseOptions(
              options,
              rest.split(" ").filter((word) => word !== ""),
            ),
          line,
        ).not.toThrow();
      }
    }
  });

  test("behind -- stand names of files, whatever they are called", async () => {
    expect((await run(["lint", "--", "--help"])).err).toBe("--help does not exist.\n");
  });
});

test.each(["--version", "-v", "version"])("%s is the package's", async (option) => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(await run([option])).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

describe("bad usage is told on standard error, with exit code 2", () => {
  test.each([
    [["lnit"], 'There is no command "lnit". Did you mean lint?'],
    [["zzz\n::error::x\u001b"], 'There is no command "zzz\\u000a::error::x\\u001b".'],
    [["constructor"], 'There is no command "constructor".'],
    [["lint", "--nope"], "Unknown option '--nope'"],
    [["lint", "--fromat=json"], "Unknown option '--fromat'. Did you mean --format?"],
    [["lint", "--format"], "Option '--format' argument missing."],
    [["lint", "--format", "xml"], `--format is one of ${Object.keys(formats).join(", ")}, not "xml".`],
    [["lint", "--preset", "all"], '--preset is one of recommended, strict, not "all".'],
    [["lint", "--rule", "implicit-grant"], "--rule implicit-grant: The level of a rule is one of"],
    [["lint", "--rule", "implicit-grant=fatal"], "The level of a rule is one of"],
    [["lint", "--rule", "implicit-grant=off=error"], "The level of a rule is one of"],
    [["lint", "--rule", "no-such=off"], 'There is no rule "no-such"'],
    [["lint", "--max-warnings", "many"], '--max-warnings takes a whole number, not "many".'],
    [["lint", "--max-warnings=-1"], '--max-warnings takes a whole number, not "-1".'],
    [["lint", "--fix=yes"], "--fix"],
    [["lint", "--facts", "none.json"], "--facts none.json does not exist."],
    [["rules", "--xml"], "Unknown option '--xml'"],
    [["rules", "extra"], "cognito-client explain RULE"],
    [["explain"], "Name one rule"],
    [["explain", "a", "b"], "Name one rule"],
    [["explain", "implict-grant"], 'There is no rule "implict-grant". Did you mean implicit-grant?'],
    [["explain", "../../package"], 'There is no rule "../../package". "cognito-client rules" lists them.'],
    [["explain", "Loopback"], "With that in their names: loopback-url, url-http-not-loopback."],
    [["lint", "--min-severity", "error"], '--min-severity is one of warning, info, hint, not "error".'],
    [["facts"], "Name one user pool"],
  ])("%j", async (args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toMatch(
      /^"cognito-client help" shows the commands\.$|^"cognito-client help \w+" shows its options\.$/m,
    );
    expect(err).not.toMatch(/\n\s+at |node:/);
  });
});

describe("rules", () => {
  test("a table with one line per rule", async () => {
    const { code, out, err } = await run(["rules"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^rule +recommended +strict$/);
    expect(lines.slice(1).map((line) => line.split(" ")[0])).toEqual(rules.map(({ id }) => id));
    const implicit = lines.find((line) => line.startsWith("implicit-grant ")) ?? "";
    const rule = rules.find(({ id }) => id === "implicit-grant");
    expect(implicit).toContain(rule?.summary);
    expect(implicit).toContain(rule?.severity.recommended);
    expect(lines.every((line) => line === line.trimEnd())).toBe(true);
  });

  test("--json for programs", async () => {
    const list = JSON.parse((await run(["rules", "--json"])).out);
    expect(list.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    for (const rule of list) {
      expect(rule).toEqual({
        id: expect.stringMatching(/^[a-z][a-z0-9-]+$/),
        summary: expect.any(String),
        severity: { recommended: expect.any(String), strict: expect.any(String) },
        evidence: expect.stringMatching(/^(observed|documented|inferred|own)$/),
        fixable: expect.any(Boolean),
        source: expect.any(String),
        page: expect.stringContaining(rule.id),
        refusals: expect.any(Array),
      });
    }
  });
});

test("explain prints a rule's page, without what only the repository needs", async () => {
  for (const { id } of rules) {
    const { code, out, err } = await run(["explain", id]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.startsWith(`# ${id}\n\n`)).toBe(true);
    expect(out).toContain("## Why");
    expect(out).not.toMatch(/Generated by|All rules|\]\((?!https?:)/);
  }
});

const bundle = join(root, "dist", "cli.js");
describe.skipIf(!existsSync(bundle))("the built command in a process of its own", () => {
  const shell = (args: readonly string[], input = "") =>
    spawnSync(process.execPath, [bundle, ...args], { cwd: folder.path, encoding: "utf8", input });

  test("reads standard input, writes findings to standard output, and ends with 1", () => {
    const { status, stdout, stderr } = shell(["lint", "--format", "json", "-"], "GenerateSecret: maybe\n");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(stdout).files[0].findings).toContainEqual(
      expect.objectContaining({ ruleId: "wrong-type", path: "/GenerateSecret" }),
    );
  });

  test("a clean file ends with 0, a missing one with 2", () => {
    folder.write(
      "ok.cognito-client.yaml",
      "UserPoolId: eu-west-1_AbCdEf123\nClientName: a\nPreventUserExistenceErrors: ENABLED\n",
    );
    expect(shell(["lint", "ok.cognito-client.yaml"])).toMatchObject({ status: 0, stderr: "" });
    expect(shell(["lint", "none.yaml"])).toMatchObject({ status: 2, stderr: "none.yaml does not exist.\n" });
  });
});
