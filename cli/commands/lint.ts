import { dirname, resolve } from "node:path";
import {
  type CheckContext,
  dialectOf,
  type FactsByPool,
  fileOf,
  fixAll,
  isEnvironmentsFile,
  loopsWithClients,
  openNamed,
  parseSpec,
  reopen,
  type SpecDocument,
} from "../../server/src/engine/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import type { Command } from "../command.ts";
import { SettingsOfFiles } from "../config.ts";
import { decode, EncodingError, encode, sourceOf } from "../decode.ts";
import { readFacts } from "../facts-file.ts";
import { findFiles, type Input } from "../files.ts";
import { environmentsFindingsOf } from "../findings.ts";
import { LintEnvironments } from "../in-environment.ts";
import { type Io, wantsColours } from "../io.ts";
import { environmentsOf, specsBeside } from "../linting/environments-beside.ts";
import { version } from "../package-folder.ts";
import { replaceFile } from "../replace-file.ts";
import { atLeast, type FileResult, summarise } from "../result.ts";
import { readSpecFile } from "../spec-file.ts";
import { EnvironmentsFiles } from "../targets/environments-files.ts";
import { type LintOptions, lintOptions, optionsOfLint } from "./lint-options.ts";

export const lintCommand: Command = {
  summary: "check specs, without AWS",
  usage: "[options] [FILE|GLOB|FOLDER|-]...",
  about: `Checks app clients without AWS. Without a file: every spec below the current folder (*.cognito-client.{json,jsonc,yaml,yml}
and the like). A file or glob that is named is checked if it is a spec by its name or an app client by its content; what
is neither is skipped and told: specs, and CloudFormation, SAM, CDK and Serverless files with app clients. "-" is standard
input. With --templates, or "templates": true in the config file, folders are searched for such files, too.

A cognito-client.environments.yaml (.yml, .json, .jsonc) is checked with the specs that it names: whether they are there, and
what each environment makes of them. --env NAME judges the merged requests of that environment alone.
A cognito-client.config.json in a file's folder, or the nearest above it, sets preset and rules.`,
  options: optionsOfLint,
  examples: [
    ["cognito-client lint", "every spec below this folder"],
    ["cognito-client lint --fix web.cognito-client.yaml", "applies the safe fixes"],
    ["cognito-client lint --format sarif specs/ > cognito.sarif", "for code scanning"],
    ["cognito-client lint cdk.out/*.template.json", "what CDK has synthesised"],
    ["cognito-client lint --env prod specs/", "what prod makes of them, before plan or apply"],
    ["cat x.json | cognito-client lint --stdin-filename x.json -", "what an editor or a script has"],
  ],
  exitCodes: {
    0: "no error",
    1: "errors, or more warnings than --max-warnings",
    2: "bad usage, a file that cannot be read (the others are still checked), or output that cannot be written",
  },
  run: lint,
};

/** What all files of one run share. */
interface Run {
  readonly options: LintOptions;
  readonly io: Io;
  readonly settings: SettingsOfFiles;
  readonly facts: FactsByPool | undefined;
  readonly environments: EnvironmentsFiles;
  readonly merged: LintEnvironments;
}

async function lint(args: readonly string[], io: Io): Promise<number> {
  const options = lintOptions(args);
  const settings = new SettingsOfFiles({ preset: options.preset, rules: options.rules });
  const environments = new EnvironmentsFiles();
  const merged = new LintEnvironments(options.environment, io);
  const run = { options, io, settings, facts: readFacts(options.facts, io.cwd), environments, merged };
  const results = merged.with(await lintInputs(run));
  const configProblems = settings.tellProblems(io);
  for (const { path, problem, skipped, unjudged = [] } of results) {
    if (problem !== undefined) io.err(`${path === "." ? "This folder" : forTerminal(path)} ${problem}.\n`);
    if (skipped !== undefined) io.err(`${forTerminal(path)} skipped: it ${skipped}.\n`);
    for (const name of unjudged)
      io.err(`${forTerminal(path)}: the app clients in ${forTerminal(name)} are not judged.\n`);
  }
  const checked = results.filter(({ skipped }) => skipped === undefined);
  // What `--fix` makes of standard input is the output; its findings then go to standard error.
  const write = options.fix && options.files.includes("-") ? io.err : io.out;
  write(formatted(checked, options, io));
  return exitCode(checked, options, configProblems);
}

async function lintInputs(run: Run): Promise<FileResult[]> {
  const { options, io, settings } = run;
  const results: FileResult[] = [];
  const paths = options.files.filter((file) => file !== "-");
  if (paths.length < options.files.length) results.push(await lintStdin(run));
  if (paths.length === 0 && results.length > 0) return results;
  const wanted = (folder: string) => options.templates || settings.findTemplates(folder);
  for (const input of await findFiles(paths, io.cwd, wanted)) results.push(await lintFile(input, run));
  return results;
}

async function lintStdin({ options, io, settings, facts, environments, merged }: Run): Promise<FileResult> {
  const path = options.stdinFilename ?? "-";
  try {
    const decoded = decode(await io.readStdin());
    const file = resolve(io.cwd, path);
    const own = await settings.of(file);
    if (isEnvironmentsFile(path)) {
      if (options.fix) io.out(decoded.text);
      return { path, findings: environmentsFindings(decoded.text, file, { settings: own, facts }, options) };
    }
    const context = { settings: own, facts, ...(await environmentsOf(environments, file)) };
    const text = sourceOf(decoded);
    // What has no name, or another name, is a spec unless its content says that it is a template.
    const opened = openNamed(text, path) ?? parseSpec(text, dialectOf(path, "", text));
    const { document, fixed } = checked(opened, options.fix, context);
    if (options.fix) io.out(withoutMark(document));
    return { path, ...(await merged.of(file, document, context)), unjudged: loopsWithClients(document), fixed };
  } catch (error) {
    if (error instanceof EncodingError) return { path, findings: [], problem: error.message };
    throw error;
  }
}

async function lintFile(
  input: Input,
  { options, io, settings, facts, environments, merged }: Run,
): Promise<FileResult> {
  const { path } = input;
  const none = { path, findings: [] };
  if (input.problem !== undefined) return { ...none, problem: input.problem };
  if (input.skipped !== undefined) return { ...none, skipped: input.skipped };
  const file = resolve(io.cwd, path);
  const read = readSpecFile(file);
  if (read.is === "not-read") return { ...none, problem: read.why };
  const own = await settings.of(file);
  if (isEnvironmentsFile(path))
    return {
      path,
      findings: environmentsFindings(read.decoded.text, file, { settings: own, facts }, options),
      fixed: false,
    };
  const opened = openNamed(sourceOf(read.decoded), path);
  if (!opened) return { ...none, skipped: "is no spec by its name, and no app client by its content" };
  const context = { settings: own, facts, ...(await environmentsOf(environments, file)) };
  const { document, fixed } = checked(opened, options.fix, context);
  if (fixed) {
    const problem = replaceFile(file, read.bytes, encode(withoutMark(document), read.decoded), read.mode);
    if (problem !== undefined) return { ...none, problem };
  }
  return { path, ...(await merged.of(file, document, context)), unjudged: loopsWithClients(document), fixed };
}

/** An environments file is judged with the specs that it names. */
function environmentsFindings(text: string, file: string, context: CheckContext, { environment }: LintOptions) {
  const document = parseSpec(text, dialectOf(file, "", text));
  return environmentsFindingsOf(document, specsBeside(fileOf(document), dirname(file)), context, environment);
}

/** The text behind a byte order mark: a file that is fixed gets its mark back, and standard output has none. */
function withoutMark({ text, hasBom }: SpecDocument): string {
  return hasBom ? text.slice(1) : text;
}

/** The file as it is judged: with its safe fixes, if that is wanted. */
function checked(document: SpecDocument, fix: boolean, context: CheckContext) {
  const better = fix ? fixAll(document, context) : document.text;
  return better === document.text ? { document, fixed: false } : { document: reopen(document, better), fixed: true };
}

function formatted(results: readonly FileResult[], { format, minSeverity }: LintOptions, io: Io): string {
  const shown = format.readers === "programs" ? results : results.map((result) => atLeast(minSeverity, result));
  const [all, some] = [summarise(results), summarise(shown)];
  return format.write(shown, {
    version: version(),
    colours: wantsColours(io),
    keptBack: {
      error: all.error - some.error,
      warning: all.warning - some.warning,
      info: all.info - some.info,
      hint: all.hint - some.hint,
    },
  });
}

function exitCode(results: readonly FileResult[], { maxWarnings }: LintOptions, configProblems: number): number {
  if (configProblems > 0 || results.some((result) => result.problem !== undefined)) return 2;
  const { error, warning } = summarise(results);
  return error > 0 || (maxWarnings !== undefined && warning > maxWarnings) ? 1 : 0;
}
