import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Settings } from "../../server/src/engine/config/settings.ts";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Unit } from "../../server/src/engine/document/part.ts";
import { fixAll } from "../../server/src/engine/features/fixes.ts";
import { checkUnits, type FactsByPool, shift } from "../../server/src/engine/lint/check.ts";
import type { Finding } from "../../server/src/engine/lint/rule.ts";
import type { PoolFacts } from "../../server/src/engine/reading/facts.ts";
import { SettingsOfFiles } from "../config.ts";
import { decode, EncodingError, encode } from "../decode.ts";
import { findFiles, type Input } from "../files.ts";
import { formatGithub } from "../formats/github.ts";
import { formatJson } from "../formats/json.ts";
import { formatSarif } from "../formats/sarif.ts";
import { formatText } from "../formats/text.ts";
import { type Io, UsageError } from "../io.ts";
import { Positions } from "../positions.ts";
import { type FileResult, jsonPointer, type LintFinding, summarise } from "../result.ts";
import { secretLines } from "../secret-lines.ts";
import { type LintOptions, lintOptions } from "./lint-options.ts";

/**
 * `cognito-client lint`: checks specs without AWS.
 * @returns 0 no finding of severity error, 1 some (or more warnings than allowed), 2 bad usage or a file that cannot be read.
 */
export async function lint(args: readonly string[], io: Io, version: string): Promise<number> {
  const options = lintOptions(args);
  const facts = readFacts(options.facts, io.cwd);
  const settings = new SettingsOfFiles({ preset: options.preset, rules: options.rules });
  const results = await lintInputs(options, io, settings, facts);
  const configProblems = settings.tellProblems(io);
  for (const { path, problem } of results) if (problem !== undefined) io.err(`${path} ${problem}.\n`);
  // What `--fix` makes of standard input is the output; its findings then go to standard error.
  const write = options.fix && options.files.includes("-") ? io.err : io.out;
  write(format(results, options, io, version));
  return exitCode(results, options, configProblems);
}

async function lintInputs(
  options: LintOptions,
  io: Io,
  settings: SettingsOfFiles,
  facts: FactsByPool | undefined,
): Promise<FileResult[]> {
  const results: FileResult[] = [];
  const paths = options.files.filter((file) => file !== "-");
  if (paths.length < options.files.length) results.push(await lintStdin(options, io, settings, facts));
  if (paths.length === 0 && results.length > 0) return results;
  for (const input of await findFiles(paths, io.cwd))
    results.push(await lintInput(input, options, io, settings, facts));
  return results;
}

async function lintInput(
  input: Input,
  options: LintOptions,
  io: Io,
  settings: SettingsOfFiles,
  facts: FactsByPool | undefined,
): Promise<FileResult> {
  if ("problem" in input) return { path: input.path, findings: [], problem: input.problem };
  return lintFile(input.path, options, io, settings, facts);
}

async function lintStdin(
  options: LintOptions,
  io: Io,
  settings: SettingsOfFiles,
  facts: FactsByPool | undefined,
): Promise<FileResult> {
  const path = options.stdinFilename ?? "-";
  try {
    const { text } = decode(await io.readStdin());
    const own = await settings.of(resolve(io.cwd, path));
    if (!options.fix) return { path, findings: findingsOf(text, path, own, facts) };
    const fixed = fixAll(parseSpec(text, dialectOf(path, "", text)), own, facts);
    io.out(fixed);
    return { path, findings: findingsOf(fixed, path, own, facts), fixed: fixed !== text };
  } catch (error) {
    if (error instanceof EncodingError) return { path, findings: [], problem: error.message };
    throw error;
  }
}

async function lintFile(
  path: string,
  options: LintOptions,
  io: Pick<Io, "cwd">,
  settings: SettingsOfFiles,
  facts: FactsByPool | undefined,
): Promise<FileResult> {
  const file = resolve(io.cwd, path);
  try {
    const decoded = decode(readFileSync(file));
    const own = await settings.of(file);
    if (!options.fix) return { path, findings: findingsOf(decoded.text, path, own, facts) };
    const text = fixAll(parseSpec(decoded.text, dialectOf(path, "", decoded.text)), own, facts);
    if (text !== decoded.text) writeFileSync(file, encode(text, decoded));
    return { path, findings: findingsOf(text, path, own, facts), fixed: text !== decoded.text };
  } catch (error) {
    if (error instanceof EncodingError) return { path, findings: [], problem: error.message };
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { path, findings: [], problem: `cannot be read or written (${code})` };
  }
}

function findingsOf(text: string, path: string, settings: Settings, facts: FactsByPool | undefined): LintFinding[] {
  const document = parseSpec(text, dialectOf(path, "", text));
  let positions: Positions | undefined;
  let secret: ReadonlySet<number> | undefined;
  return Array.from(checkUnits(document, settings, facts), ({ unit, index, finding }) => {
    positions ??= new Positions(document.text);
    secret ??= secretLines(document, positions);
    const path = document.container === "single" ? finding.path : [index, ...finding.path];
    return toLintFinding({ ...finding, path }, unit, positions, secret);
  });
}

function toLintFinding(
  finding: Finding,
  { part, base }: Unit,
  positions: Positions,
  secret: ReadonlySet<number>,
): LintFinding {
  const span = shift(finding.span, base);
  const start = positions.at(span.start);
  const fixes = finding.fixes?.(part) ?? [];
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    path: jsonPointer(finding.path),
    start,
    end: positions.at(span.end),
    fixable: fixes.length > 0,
    safelyFixable: fixes.some((fix) => fix.safe),
    excerpt: secret.has(start.line) ? undefined : positions.line(start.line),
  };
}

function format(results: readonly FileResult[], options: LintOptions, io: Io, version: string): string {
  switch (options.format) {
    case "json":
      return formatJson(results);
    case "sarif":
      return formatSarif(results, version);
    case "github":
      return formatGithub(results);
    case "text":
      return formatText(results, io.isTerminal.out && !io.env.NO_COLOR);
  }
}

function exitCode(results: readonly FileResult[], { maxWarnings }: LintOptions, configProblems: number): number {
  if (configProblems > 0 || results.some((result) => result.problem !== undefined)) return 2;
  const { error, warning } = summarise(results);
  return error > 0 || (maxWarnings !== undefined && warning > maxWarnings) ? 1 : 0;
}

function readFacts(path: string | undefined, cwd: string): FactsByPool | undefined {
  if (path === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(resolve(cwd, path), "utf8"));
    const pools = (Array.isArray(value) ? value : [value]) as PoolFacts[];
    if (pools.some((pool) => typeof pool?.poolId !== "string"))
      throw new UsageError(`--facts ${path}: this is not what "cognito-client facts" prints (no poolId).`);
    return new Map(pools.map((pool) => [pool.poolId, pool]));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--facts ${path} cannot be read: ${(error as Error).message}`);
  }
}
