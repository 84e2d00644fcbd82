/** The files by which other people's machines run this project: what of them can be checked without those machines. */
import { spawnSync } from "node:child_process";
import { chmodSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { isSpecFile, specLanguages } from "../../server/src/file-names.ts";
import { cliFolder } from "../support/cli.ts";
import { temporaryFolder } from "../support/process.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json"));
const folder = temporaryFolder("automation");
afterAll(() => folder[Symbol.asyncDispose]());

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
  shell?: string;
}
interface Job {
  "runs-on": string;
  steps: Step[];
  permissions?: Record<string, string>;
  environment?: string;
  strategy?: { matrix: Record<string, unknown[]> };
}
const workflows = globSync(".github/workflows/*.yml", { cwd: root }).map((path) => ({
  path: path.replaceAll("\\", "/"),
  text: read(path),
  jobs: Object.values(parse(read(path)).jobs as Record<string, Job>),
  permissions: parse(read(path)).permissions as unknown,
}));

describe.each(workflows)("$path", ({ text, jobs, permissions }) => {
  test("is YAML without a doubt", () => {
    const { errors, warnings } = parseDocument(text);
    expect([...errors, ...warnings]).toEqual([]);
  });

  test("every action of others is pinned to a commit, with its version beside it", () => {
    const uses = Array.from(text.matchAll(/uses:\s*(\S+)(.*)/g));
    expect(uses.length).toBeGreaterThan(0);
    for (const [, action, comment] of uses) {
      expect(action).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  test("may read, and a job says what more it needs", () => {
    expect(permissions).toEqual({ contents: "read" });
    for (const job of jobs) {
      const more = Object.entries(job.permissions ?? {}).filter(([, access]) => access === "write");
      expect(more.map(([name]) => name).filter((name) => name !== "id-token")).toEqual([]);
    }
  });

  test("nothing from outside becomes a part of a script, and no checkout keeps the token", () => {
    for (const { run, uses, with: input } of jobs.flatMap(({ steps }) => steps)) {
      expect(run ?? "").not.toMatch(/\$\{\{/);
      if (uses?.startsWith("actions/checkout@")) expect(input?.["persist-credentials"]).toBe(false);
    }
  });

  test("scripts that it runs are there", () => {
    for (const [, script] of text.matchAll(/npm run (?:-s )?([\w:]+)/g))
      expect(Object.keys(manifest.scripts)).toContain(script);
    if (text.includes(".ci/run")) expect(read(".ci/run")).toContain("npm test");
  });

  test("secrets are only where a person has to agree", () => {
    for (const job of jobs) if (JSON.stringify(job).includes("secrets.")) expect(job.environment).toBe("release");
  });
});

test("CI runs on three systems with three versions of Node", () => {
  const [matrix] = workflows.flatMap(({ jobs }) => jobs.flatMap(({ strategy }) => (strategy ? [strategy.matrix] : [])));
  expect(matrix).toEqual({ os: ["ubuntu-latest", "macos-latest", "windows-latest"], node: [20, 22, 24] });
});

describe("pre-commit hooks", () => {
  const hooks: { id: string; entry: string; files: string; language: string }[] = parse(read(".pre-commit-hooks.yaml"));
  test("run the published package, in this version", () => {
    expect(hooks.map(({ id }) => id)).toEqual(["cognito-client-lint", "cognito-client-fix"]);
    for (const { entry } of hooks) expect(entry).toContain(`npx --yes ${manifest.name}@${manifest.version} lint`);
  });

  test("take the files that are specs by their names", () => {
    const names = specLanguages.flatMap(({ filenames, extensions }) => [
      ...filenames,
      ...extensions.map((end) => `web${end}`),
    ]);
    for (const { files } of hooks) {
      for (const name of names) for (const path of [name, `a/b/${name}`]) expect(path).toMatch(new RegExp(files));
      for (const name of ["client.json", "web.json", "xcognito-client.json", "cognito-client.toml"]) {
        expect(isSpecFile(name)).toBe(false);
        expect(name).not.toMatch(new RegExp(files));
      }
    }
  });
});

describe("the problem matcher", () => {
  const [matcher] = manifest.contributes.problemMatchers;
  test("reads what lint prints as text", async () => {
    await using files = cliFolder();
    files.write(
      "a b/web.cognito-client.yaml",
      "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\nGenerateSecret: maybe\n",
    );
    const { out } = await files.run(["lint"]);
    const { regexp, ...groups } = matcher.pattern;
    const match = out
      .split("\n")
      .map((line) => new RegExp(regexp).exec(line))
      .find((found) => found);
    expect(Object.fromEntries(Object.entries<number>(groups).map(([name, group]) => [name, match?.[group]]))).toEqual({
      file: "a b/web.cognito-client.yaml",
      line: "3",
      column: "17",
      severity: "error",
      message: expect.stringContaining("GenerateSecret takes true or false"),
      code: "wrong-type",
    });
  });
});

describe.runIf(process.platform !== "win32")("the action", () => {
  const action = parse(read("action.yml"));
  const script = join(folder.path, "action.sh");
  const client = join(folder.path, "client.cjs");

  beforeAll(() => {
    writeFileSync(script, action.runs.steps[0].run);
    // Stands in for the installed command: says what it was given, and ends as it is told to.
    writeFileSync(client, "console.log(JSON.stringify(process.argv.slice(2)));process.exit(Number(process.env.CODE));");
    chmodSync(client, 0o644);
  });

  function run(inputs: Record<string, string>, code = 0) {
    const own = join(folder.path, String(Math.floor(performance.now() * 1_000)));
    mkdirSync(own);
    const { env } = action.runs.steps[0] as Step;
    const given = Object.entries(env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? "";
      return [name, inputs[input] ?? action.inputs[input].default];
    });
    // As GitHub runs `shell: bash`: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
      cwd: own,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        CODE: String(code),
        COGNITO_CLIENT: client,
        RUNNER_TEMP: own,
        GITHUB_OUTPUT: join(own, "output"),
        GITHUB_STEP_SUMMARY: join(own, "summary"),
        ...Object.fromEntries(given),
      },
    });
    const calls = result.stdout
      .split("\n")
      .filter((line) => line.startsWith("["))
      .map((line) => JSON.parse(line));
    const text = (name: string) => readFileSync(join(own, name), "utf8");
    return { ...result, calls, text };
  }

  test("is composite, pinned to this version, and puts no input into a script's text", () => {
    expect(action.runs.using).toBe("composite");
    expect(action.inputs.version.default).toBe(manifest.version);
    for (const step of action.runs.steps as Step[]) {
      expect(step.run).not.toMatch(/\$\{\{/);
      expect(step.shell).toBe("bash");
    }
  });

  test("lints the checkout, with the command's exit code", () => {
    const { calls, status, text } = run({}, 1);
    expect(calls).toEqual([["lint", "--format", "github", "--"]]);
    expect(status).toBe(1);
    expect(text("output")).toBe("exit-code=1\n");
  });

  test("hands paths and arguments on as they are, however they are written", () => {
    const { calls } = run({ paths: "a b.yaml\n$(touch x)\n*\n", args: "--preset\nstrict" });
    expect(calls).toEqual([["lint", "--format", "github", "--preset", "strict", "--", "a b.yaml", "$(touch x)", "*"]]);
  });

  test("writes SARIF too, where that is wanted, and keeps the code of the first run", () => {
    const { calls, status, text } = run({ sarif: "out.sarif" }, 1);
    expect(calls).toHaveLength(1);
    expect(JSON.parse(text("out.sarif"))).toEqual(["lint", "--format", "sarif", "--"]);
    expect(status).toBe(1);
  });

  test("drift goes into the job's summary, as code", () => {
    const { status, text } = run({ command: "drift", paths: "web.cognito-client.yaml" }, 4);
    expect(status).toBe(4);
    expect(text("summary")).toContain('\n    ["drift","--","web.cognito-client.yaml"]\n');
  });

  test("takes no other command", () => {
    const { status, calls } = run({ command: "create" });
    expect({ status, calls }).toEqual({ status: 2, calls: [] });
  });
});
