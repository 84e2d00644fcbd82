/** The two packages that people install: what is in them, and that the one for npm works from an empty folder. */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { temporaryFolder } from "../support/process.ts";

const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const windows = process.platform === "win32";
const folder = temporaryFolder("packages");
afterAll(() => folder[Symbol.asyncDispose]());

/** `npm` is a script of the shell on Windows. */
const npm = (args: string[], cwd: string) => spawnSync("npm", args, { cwd, encoding: "utf8", shell: windows });

beforeAll(() => {
  if (process.env["COGNITO_CLIENT_BUILT"] === "true") return;
  const built = spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stderr}`);
}, 120_000);

/** Asserts that a list holds what is named and nothing else. */
function holds(files: readonly string[], allowed: readonly (string | RegExp)[]) {
  const fits = (file: string, rule: string | RegExp) => (typeof rule === "string" ? file === rule : rule.test(file));
  expect(files.filter((file) => !allowed.some((rule) => fits(file, rule)))).toEqual([]);
  for (const rule of allowed)
    expect(
      files.some((file) => fits(file, rule)),
      String(rule),
    ).toBe(true);
}

const shared = [
  "package.json",
  "README.md",
  "LICENSE",
  "THIRD_PARTY_NOTICES.txt",
  "dist/package.json",
  "dist/server.js",
  "dist/language-server.js",
  "dist/engine.js",
  "dist/deploy.js",
  "dist/rule-pages.json",
];

test("the .vsix holds what the editor loads, and nothing else", async () => {
  const files = (await listFiles({ cwd: root, packageManager: PackageManager.None })).map((file) =>
    file.replaceAll("\\", "/"),
  );
  holds(files, [
    ...shared,
    "CHANGELOG.md",
    "package.nls.json",
    "dist/extension.js",
    "dist/extension.web.cjs",
    "dist/language-client.js",
    "dist/server.web.js",
    /^images\/[\w-]+\.png$/,
    /^schemas\/[\w.-]+\.json$/,
    /^snippets\/\w+\.json$/,
    /^client\/(language|syntaxes)\/\w+\.json$/,
    /^docs\/images\/[\w-]+\.webp$/,
    /^docs\/[\w-]+\.md$/,
  ]);
}, 60_000);

describe("the npm package", () => {
  let tarball: string;
  let files: string[];

  beforeAll(() => {
    const { stdout, stderr, status } = npm(
      ["pack", "--json", "--ignore-scripts", "--pack-destination", folder.path],
      root,
    );
    if (status !== 0) throw new Error(stderr);
    const packed = JSON.parse(stdout);
    const [first] = Array.isArray(packed)
      ? packed
      : Object.values<{ filename: string; files: { path: string }[] }>(packed);
    files = first.files.map(({ path }: { path: string }) => path);
    tarball = join(folder.path, readdirSync(folder.path).find((name) => name.endsWith(".tgz")) ?? "");
  }, 120_000);

  test("holds the two programs, their schemas and pages, and nothing else", () => {
    // The README's pictures come along: it is read where it lies, too.
    const pictures = ["docs/images/fix-light.webp", "docs/images/create-light.webp"];
    holds(files, [...shared, "dist/cli.js", "dist/command-line.js", /^schemas\/[\w.-]+\.json$/, ...pictures]);
    for (const picture of pictures) expect(readFileSync(join(root, "README.md"), "utf8")).toContain(`](${picture})`);
    expect(statSync(tarball).size).toBeLessThan(600_000);
  });

  test("may be published, and installs nothing else", () => {
    expect(manifest).not.toHaveProperty("private");
    expect(manifest.dependencies ?? {}).toEqual({});
    for (const script of ["preinstall", "install", "postinstall", "prepare"])
      expect(manifest.scripts).not.toHaveProperty(script);
    expect(Object.keys(manifest.bin)).toContain(manifest.name);
    for (const target of Object.values<string>(manifest.bin)) expect(files).toContain(target);
  });

  describe("installed in an empty folder, on the oldest Node of this machine", () => {
    const empty = temporaryFolder("empty");
    afterAll(() => empty[Symbol.asyncDispose]());
    const { node, version } = oldestNode();
    const bin = (name: string) => join(empty.path, "node_modules", manifest.name, manifest.bin[name]);
    const run = (name: string, args: string[], input = "") =>
      spawnSync(node, [bin(name), ...args], { cwd: empty.path, encoding: "utf8", input });

    beforeAll(() => {
      writeFileSync(join(empty.path, "package.json"), "{}");
      const { status, stderr } = npm(["install", "--offline", "--no-audit", "--no-fund", tarball], empty.path);
      if (status !== 0) throw new Error(stderr);
    }, 120_000);

    test("no other package has come along", () => {
      expect(readdirSync(join(empty.path, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
        manifest.name,
      ]);
      const commands = readdirSync(join(empty.path, "node_modules", ".bin")).map((name) =>
        name.replace(/\.(cmd|ps1)$/, ""),
      );
      expect(new Set(commands)).toEqual(new Set(Object.keys(manifest.bin)));
    });

    test.each(["cognito-app-client", "cognito-client"])(
      `%s lints, explains and tells its version (Node ${version})`,
      (name) => {
        writeFileSync(
          join(empty.path, "web.cognito-client.yaml"),
          "UserPoolId: eu-west-1_AbCdEf123\nClientName: web\nGenerateSecret: maybe\n",
        );
        const lint = run(name, ["lint"]);
        expect({ status: lint.status, stderr: lint.stderr }).toEqual({ status: 1, stderr: "" });
        expect(lint.stdout).toContain("web.cognito-client.yaml:3:17: error: GenerateSecret");
        expect(run(name, ["--version"]).stdout).toBe(`${manifest.version}\n`);
        expect(run(name, ["explain", "wrong-type"]).stdout).toContain("## Why");
      },
      60_000,
    );

    test("create loads the AWS side", () => {
      const { status, stderr } = run("cognito-client", [
        "create",
        "--profile",
        "none-such-profile",
        "web.cognito-client.yaml",
      ]);
      expect(status).toBe(1);
      expect(stderr).toContain("none-such-profile");
      expect(stderr).not.toMatch(/Cannot find module|\n\s+at /);
    }, 60_000);

    test("cognito-client-language-server answers over stdio", async () => {
      const server = spawn(node, [bin("cognito-client-language-server"), "--stdio"], {
        cwd: empty.path,
        stdio: ["pipe", "pipe", "inherit"],
      });
      const connection = createMessageConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      connection.listen();
      const answer = await connection.sendRequest<{ serverInfo: { name: string } }>("initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });
      expect(answer.serverInfo.name).toBe("cognito-client-language-server");
      await connection.sendRequest("shutdown");
      const ended = new Promise((resolve) => server.once("exit", resolve));
      await connection.sendNotification("exit");
      expect(await ended).toBe(0);
      connection.dispose();
    }, 60_000);
  });
});

/** The oldest supported Node among those on the path; npm puts the project's own one first. */
function oldestNode(): { node: string; version: string } {
  const found = (process.env["PATH"] ?? "").split(delimiter).flatMap((place) => {
    const node = join(place, windows ? "node.exe" : "node");
    const { stdout, status } = spawnSync(node, ["--version"], { encoding: "utf8" });
    const major = Number(/^v(\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
    return status === 0 && major >= 20 ? [{ node, version: stdout.trim(), major }] : [];
  });
  found.push({ node: process.execPath, version: process.version, major: Number(process.versions.node.split(".")[0]) });
  return found.reduce((best, each) => (each.major < best.major ? each : best));
}
