import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { specFiles } from "../client/languages.ts";
import { specLanguages } from "../server/src/file-names.ts";
import { cliFolder } from "../test/support/cli.ts";

const folder = cliFolder();
afterAll(() => folder[Symbol.asyncDispose]());
const run = folder.run;

const clean = "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\nPreventUserExistenceErrors: ENABLED\n";
const withError = `${clean}GenerateSecret: maybe\n`;

interface Report {
  files: { path: string; problem?: string; findings: { ruleId: string; severity: string }[] }[];
  summary: Record<string, number>;
}
async function lint(args: readonly string[], cwd = ".") {
  const { code, out, err } = await run(["lint", "--format", "json", ...args], { cwd });
  const { files, summary }: Report = JSON.parse(out);
  return { code, err, files, summary, paths: files.map(({ path }) => path) };
}

describe("which files are checked", () => {
  beforeAll(() => {
    for (const name of [
      "tree/web.cognito-client.yaml",
      "tree/cognito-client.yml",
      "tree/deep/er/app.cognito-app-client.json",
      "tree/deep/a.cognito-client.jsonc",
      "tree/node_modules/x/no.cognito-client.yaml",
      "tree/other.yaml",
      "tree/[odd] name.cognito-client.yaml",
    ])
      folder.write(name, name.includes(".json") ? "{}" : clean);
    folder.write("bare/readme.txt", "nothing");
  });
  const specs = [
    "[odd] name.cognito-client.yaml",
    "cognito-client.yml",
    "deep/a.cognito-client.jsonc",
    "deep/er/app.cognito-app-client.json",
    "web.cognito-client.yaml",
  ];

  test("without an argument: the specs below the current folder", async () => {
    expect((await lint([], "tree")).paths).toEqual(specs);
  });

  test("a folder: the specs below it, named from the current folder", async () => {
    expect((await lint(["tree"])).paths).toEqual(specs.map((path) => `tree/${path}`));
    expect((await lint([join(folder.path, "tree", "deep")])).paths).toEqual([
      "tree/deep/a.cognito-client.jsonc",
      "tree/deep/er/app.cognito-app-client.json",
    ]);
  });

  test("a folder without specs is told, with what would be one", async () => {
    const { code, err } = await lint(["bare"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^bare holds no spec: .*web\.cognito-client\.yaml.*--templates/);
    const here = await folder.run(["lint"], { cwd: "bare" });
    expect(here).toMatchObject({ code: 2, out: "Nothing was checked.\n" });
    expect(here.err).toMatch(/^This folder holds no spec: /);
  });

  test("globs, whatever the name", async () => {
    expect((await lint(["tree/*.yaml"])).paths).toEqual([
      "tree/[odd] name.cognito-client.yaml",
      "tree/other.yaml",
      "tree/web.cognito-client.yaml",
    ]);
    expect((await lint(["tree/**/*.{json,jsonc}"])).paths).toEqual([
      "tree/deep/a.cognito-client.jsonc",
      "tree/deep/er/app.cognito-app-client.json",
    ]);
  });

  test("a glob that matches nothing is told", async () => {
    const { code, err, files } = await lint(["tree/*.toml"]);
    expect({ code, err }).toEqual({ code: 2, err: "tree/*.toml matches no file.\n" });
    expect(files).toEqual([{ path: "tree/*.toml", problem: "matches no file", findings: [] }]);
  });

  test("a file that is there is no glob", async () => {
    expect((await lint(["tree/[odd] name.cognito-client.yaml"])).paths).toEqual([
      "tree/[odd] name.cognito-client.yaml",
    ]);
  });

  test("each file once, in the order given", async () => {
    const { paths } = await lint(["tree/web.cognito-client.yaml", "./tree/other.yaml", "tree", "tree/other.yaml"]);
    expect(paths).toEqual([
      "tree/web.cognito-client.yaml",
      "./tree/other.yaml",
      ...specs.filter((path) => path !== "web.cognito-client.yaml").map((path) => `tree/${path}`),
    ]);
  });
});

test("a file that cannot be read is told, and the others are still checked and reported", async () => {
  folder.write("good.yaml", withError);
  folder.write("latin1.yaml", Buffer.from("ClientName: caf\u00e9\n", "latin1"));
  folder.write("odd.json", new Uint8Array([0xfe, 0xff, 0x00]));
  const { code, err, files, summary } = await lint(["none.yaml", "latin1.yaml", "odd.json", "good.yaml"]);
  expect(code).toBe(2);
  expect(err.split("\n")).toEqual([
    "none.yaml does not exist.",
    "latin1.yaml is not valid UTF-8 text: save it as UTF-8.",
    "odd.json is not valid UTF-16BE text: save it as UTF-8.",
    "",
  ]);
  expect(files.map(({ path, problem }) => [path, problem !== undefined])).toEqual([
    ["none.yaml", true],
    ["latin1.yaml", true],
    ["odd.json", true],
    ["good.yaml", false],
  ]);
  expect(files[3]?.findings).toEqual([expect.objectContaining({ ruleId: "wrong-type", severity: "error" })]);
  expect(summary).toEqual({ files: 4, error: 1, warning: 0, info: 0, hint: 0 });
});

describe("config file", () => {
  beforeAll(() => {
    folder.write("conf/cognito-client.config.json", '{ "rules": { "wrong-type": "warning" } }');
    folder.write("conf/a.yaml", withError);
    folder.write("conf/below/b.yaml", withError);
    folder.write("conf/own/cognito-client.config.json", '\uFEFF{ // ours\n "preset": "recommended", }');
    folder.write("conf/own/c.yaml", withError);
    folder.write("outside.yaml", withError);
  });
  const severities = (files: Report["files"]) =>
    files.map(({ path, findings }) => [path, findings.find(({ ruleId }) => ruleId === "wrong-type")?.severity]);

  test("the nearest one upward counts, alone", async () => {
    const { files, err } = await lint(["conf/a.yaml", "conf/below/b.yaml", "conf/own/c.yaml", "outside.yaml"]);
    expect(err).toBe("");
    expect(severities(files)).toEqual([
      ["conf/a.yaml", "warning"],
      ["conf/below/b.yaml", "warning"],
      ["conf/own/c.yaml", "error"],
      ["outside.yaml", "error"],
    ]);
  });

  test("the command line's word counts over it", async () => {
    expect(severities((await lint(["--rule", "wrong-type=info", "conf/a.yaml"])).files)).toEqual([
      ["conf/a.yaml", "info"],
    ]);
  });

  test("a wrong setting is told where it stands, once, and what is right still counts", async () => {
    folder.write(
      "wrong/cognito-client.config.json",
      '{\n  "preset": "all",\n  "rules": {\n    "wrong-type": "off",\n    "no-such": "off",\n    "implicit-grant": "fatal"\n  },\n  "colour": 1\n}\n',
    );
    folder.write("wrong/a.yaml", withError);
    folder.write("wrong/b.yaml", withError);
    const { code, err, files } = await lint(["wrong/a.yaml", "wrong/b.yaml"]);
    const at = join(folder.path, "wrong", "cognito-client.config.json");
    expect(err.split("\n")).toEqual([
      `${at}:2:13: A preset is one of: recommended, strict.`,
      `${at}:5:5: There is no rule "no-such". "cognito-client rules" lists them.`,
      `${at}:6:23: The level of a rule is one of: off, hint, info, warning, error.`,
      `${at}:8:3: There is no setting "colour". There are: preset, rules, templates.`,
      "",
    ]);
    expect(code).toBe(2);
    expect(files.map(({ findings }) => findings)).toEqual([[], []]);
  });

  test("one that is no JSON, or cannot be read, is told", async () => {
    folder.write("torn/cognito-client.config.json", '{ "preset": "strict"');
    folder.write("torn/a.yaml", clean);
    const torn = await lint(["torn/a.yaml"]);
    expect(torn.code).toBe(2);
    expect(torn.err).toMatch(/cognito-client\.config\.json:1:\d+: This is not valid JSON/);
    folder.write("folder/cognito-client.config.json/x", "");
    folder.write("folder/a.yaml", clean);
    const unreadable = await lint(["folder/a.yaml"]);
    expect(unreadable.code).toBe(2);
    expect(unreadable.err).toContain("This file is a folder, so it sets nothing.");
  });
});

describe("a file that is named", () => {
  const other = '{ "name": "x", "version": "1.0.0" }';

  test("is checked if it is a spec by its name or an app client by its content; else it is skipped and told", async () => {
    folder.write("kind/cognito-client.json", other);
    folder.write("kind/package.json", other);
    folder.write("kind/app.json", '{ "GenerateSecret": "maybe" }');
    folder.write("kind/empty.yaml", "");
    const { code, err, paths } = await lint(["kind/package.json", "kind/app.json", "kind/empty.yaml"]);
    expect(paths).toEqual(["kind/app.json"]);
    expect(err.split("\n")).toEqual([
      "kind/package.json skipped: it is no spec by its name, and no app client by its content.",
      "kind/empty.yaml skipped: it is no spec by its name, and no app client by its content.",
      "",
    ]);
    expect(code).toBe(1);
    expect((await lint(["kind/cognito-client.json"])).files[0]?.findings.length).toBeGreaterThan(0);
  });

  test("says which app clients of a template stand in a loop and are not judged", async () => {
    const loop = "Name, [Web], { 'Client${Name}': { Type: AWS::Cognito::UserPoolClient } }";
    const rest = "  Other: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: x } }";
    folder.write("loop/yaml.yaml", `Resources:\n  Fn::ForEach::Clients: [${loop}]\n${rest}\n`);
    folder.write("loop/none.yaml", `Resources:\n  Fn::ForEach::Topics: [T, [a], {}]\n${rest}\n`);
    const { err, paths } = await lint(["loop/yaml.yaml", "loop/none.yaml"]);
    expect(paths).toEqual(["loop/yaml.yaml", "loop/none.yaml"]);
    expect(err).toBe("loop/yaml.yaml: the app clients in Fn::ForEach::Clients are not judged.\n");
  });

  test("alone and skipped is no fault", async () => {
    folder.write("kind/package.json", other);
    const { code, files } = await lint(["kind/package.json"]);
    expect({ code, files }).toEqual({ code: 0, files: [] });
    expect((await lint(["kind/*.json"])).code).toBe(1);
  });

  test("standard input is taken for a spec", async () => {
    const { out } = await run(["lint", "--format", "json", "-"], { stdin: other });
    expect(JSON.parse(out).files[0].findings.length).toBeGreaterThan(0);
  });
});

describe("names of spec files", () => {
  const names = specLanguages.flatMap(({ filenames, extensions }) => [
    ...filenames,
    ...extensions.map((end) => `web${end}`),
  ]);

  test("a folder is searched for all that the editor claims by name", async () => {
    for (const name of names) folder.write(`all/${name}`, clean);
    expect((await lint(["all"])).paths).toEqual(names.map((name) => `all/${name}`).sort());
  });

  test("and the extension asks the workspace for the same", () => {
    /** Writes out the innermost braces until there are none. */
    const expand = (pattern: string): string[] => {
      const inner = /^(.*)\{([^{}]*)\}(.*)$/.exec(pattern);
      return inner ? (inner[2] ?? "").split(",").flatMap((each) => expand(`${inner[1]}${each}${inner[3]}`)) : [pattern];
    };
    const globs = specLanguages.flatMap(({ filenames, extensions }) => [
      ...filenames.map((name) => `**/${name}`),
      ...extensions.map((end) => `**/*${end}`),
    ]);
    const asked = new Set(
      specFiles
        .slice(1, -1)
        .split(/,(?=\*\*\/)/)
        .flatMap(expand),
    );
    expect(asked).toEqual(new Set(globs));
  });
});

describe.runIf(process.platform !== "win32")("a folder that a stranger filled", () => {
  const CANARY = "aws_secret_access_key = CANARYwJalrXUtnFEMIK7MDENG";
  beforeAll(() => {
    folder.write("home/credentials", `[default]\n${CANARY}\n`);
    folder.write("home/outside.cognito-client.yaml", `${clean}GenerateSecret: "true"\n`);
    folder.write("tree2/real.cognito-client.yaml", withError);
    const link = (target: string, name: string) => symlinkSync(target, join(folder.path, "tree2", name));
    link(join(folder.path, "home/credentials"), "c.cognito-client.json");
    link("/proc/self/environ", "e.cognito-client.yaml");
    link("/dev/zero", "z.cognito-client.yaml");
    link("/", "root");
    link("..", "up");
    link("real.cognito-client.yaml", "in.cognito-client.yaml");
    link("circle.cognito-client.yaml", "circle.cognito-client.yaml");
    link(join(folder.path, "home/outside.cognito-client.yaml"), "o.cognito-client.yaml");
    expect(spawnSync("mkfifo", [join(folder.path, "tree2", "pipe.cognito-client.yaml")]).status).toBe(0);
  });

  test.each(["text", "json", "github", "sarif", "junit"])(
    "nothing from outside is read or shown (%s)",
    async (format) => {
      const { out, err } = await run(["lint", "--format", format, "tree2"]);
      expect(out + err).not.toMatch(/CANARY|aws_secret|PATH=/);
      for (const name of ["c", "z", "o"])
        expect(err).toMatch(
          new RegExp(`^tree2/${name}\\.cognito-client\\.\\w+ skipped: it is a link that leads out`, "m"),
        );
    },
  );

  test("what stands in it is checked, also through a link within it", async () => {
    const { files, code } = await lint(["tree2"]);
    const read = files.filter(({ problem }) => problem === undefined).map(({ path }) => path);
    expect(read).toEqual(["tree2/in.cognito-client.yaml", "tree2/real.cognito-client.yaml"]);
    // The link to itself, and where the glob reports pipes, the pipe.
    expect(code).toBe(2);
  });

  test("--fix changes nothing outside", async () => {
    const before = folder.read("home/outside.cognito-client.yaml");
    await run(["lint", "--fix", "tree2"]);
    expect(folder.read("home/outside.cognito-client.yaml")).toEqual(before);
  });

  test("a link that is named is followed to a spec, and to nothing else outside", async () => {
    expect((await lint(["tree2/o.cognito-client.yaml"], ".")).paths).toEqual(["tree2/o.cognito-client.yaml"]);
    const { code, err, out } = await run(["lint", "c.cognito-client.json", "e.cognito-client.yaml"], { cwd: "tree2" });
    expect(code).toBe(2);
    expect(err).toMatch(/^c\.cognito-client\.json is a link to a file elsewhere that is no spec by its name/);
    expect(out).not.toContain("CANARY");
  });

  test("a pipe or a device that is named is told, not waited for", async () => {
    const { code, err } = await lint(["tree2/pipe.cognito-client.yaml", "/dev/null"]);
    expect(code).toBe(2);
    expect(err).toBe("tree2/pipe.cognito-client.yaml is no regular file.\n/dev/null is no regular file.\n");
  });

  test("a name cannot steer a terminal or a CI service", async () => {
    const name = "::add-mask::\u001b[31m\n##[error]x.cognito-client.yaml";
    folder.write(`names/${name}`, withError);
    folder.write(`names/\u202e${name}`, Buffer.from([0xff]));
    for (const format of ["text", "github", "junit", "sarif"]) {
      const { out, err } = await run(["lint", "--format", format, "."], { cwd: "names" });
      for (const character of ["\u001b", "\u202e"]) expect(out + err).not.toContain(character);
      for (const line of `${out}\n${err}`.split("\n")) {
        expect(line).not.toMatch(/^\s*::add-mask/);
        // A workflow command of ours has the name as a property's value.
        if (!line.startsWith("::error file=")) expect(line).not.toMatch(/##\[/);
      }
    }
  });
});
