/** CONTRIBUTING's recipes, followed to the letter and in their order, in a copy of the repository that stays green. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../support/cache.ts";
import { temporaryFolder } from "../support/process.ts";

/** Made by tools, or Git's. */
const notOurs = ["node_modules", ".git", ".cache", ".tsbuild", "dist"];

const stack = new AsyncDisposableStack();
let copy: string;

beforeAll(() => {
  copy = join(stack.use(temporaryFolder("recipes")).path, "repository");
  const isOurs = (path: string) => !notOurs.includes(basename(path));
  cpSync(root, copy, { recursive: true, filter: isOurs });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
});
afterAll(() => stack.disposeAsync());

function run(folder: string, command: string, ...args: string[]) {
  return spawnSync(command, args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
}

function npm(line: string): void {
  const { status, stdout, stderr } = run(copy, "npm", "run", ...line.split(" "));
  expect(status, `npm run ${line}\n${stdout.slice(-4000)}\n${stderr.slice(-4000)}`).toBe(0);
}

type Step =
  | { readonly npm: string }
  | { readonly file: string; readonly text: string; readonly whole: boolean; readonly before: string | undefined };

/** The blocks and the commands at the begin of a step, as they stand below a heading. */
function recipe(heading: string): Step[] {
  const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8").replaceAll("\r\n", "\n");
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  const steps = /^\d+\. `npm run ([^`]+)`|^ {3}(`{3,4})\w+ (file|into)=(\S+)(?: before=(.+))?\n([\s\S]*?)^ {3}\2$/gm;
  return [...section.matchAll(steps)].map(([, command, , how, file = "", before, text = ""]) =>
    command === undefined
      ? { file, text: text.replace(/^ {3}/gm, ""), whole: how === "file", before }
      : { npm: command },
  );
}

function follow(heading: string): void {
  const steps = recipe(heading);
  expect(steps.length).toBeGreaterThan(2);
  for (const step of steps) {
    if ("npm" in step) npm(step.npm);
    else write(step.file, step.whole ? step.text : addedTo(step.file, step.text, step.before));
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

/** An entry goes to the end of a theme's list, or before the line that begins so; indented as a formatter would. */
function addedTo(file: string, text: string, before: string | undefined): string {
  const old = readFileSync(join(copy, file), "utf8");
  if (before === undefined) {
    const end = old.lastIndexOf("] as const satisfies");
    return old.slice(0, end) + text.replace(/^(?=.)/gm, "  ") + old.slice(end);
  }
  const lines = old.split("\n");
  const at = lines.findIndex((line) => line.trimStart().startsWith(before));
  expect(at, `a line of ${file} that begins with ${before}`).toBeGreaterThanOrEqual(0);
  const indent = /^ */.exec(lines[at] ?? "")?.[0] ?? "";
  return [...lines.slice(0, at), text.replace(/\n$/, "").replace(/^(?=.)/gm, indent), ...lines.slice(at)].join("\n");
}

test("a rule", () => {
  follow("Add a rule");
  npm("check");
});

test("a property, after which only the SDK lacks it", () => {
  const theme = readFileSync(join(copy, "server/src/engine/catalogue/protection.ts"), "utf8");
  follow("Add a property");
  const { stdout } = run(copy, "npm", "run", "check");
  const faults = stdout.split("\n").filter((line) => line.includes("error TS"));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.filter((line) => !/^test.unit.catalogue-sdk.*Type '"NewMember"'/.test(line))).toEqual([]);
  for (const name of ["Lint and format", "Generated files", "Borders"]) expect(stdout).toContain(`ok    ${name}`);
  write("server/src/engine/catalogue/protection.ts", theme);
  npm("generate");
});

test("a completion value, an AWS read, an output format and a command", () => {
  follow("Add a completion value");
  follow("Add an AWS read");
  follow("Add an output format");
  follow("Add a command");
  npm("check");
});
