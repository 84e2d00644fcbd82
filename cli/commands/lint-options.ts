import { type Level, type Preset, presets, ruleProblem, type Severity } from "../../server/src/engine/index.ts";
import { oneOf, parseOptions } from "../command.ts";
import type { Format } from "../formats/format.ts";
import { formats } from "../formats/index.ts";
import { UsageError } from "../io.ts";

const formatNames = Object.keys(formats) as (keyof typeof formats)[];
const leastSeverities = ["warning", "info", "hint"] as const satisfies readonly Severity[];

export const optionsOfLint = {
  format: { type: "string", value: formatNames.join("|"), help: "how findings are printed (text)" },
  fix: { type: "boolean", help: "apply the safe fixes and write the files" },
  preset: { type: "string", value: presets.join("|"), help: "which rules (recommended)" },
  rule: {
    type: "string",
    multiple: true,
    value: "ID=LEVEL",
    help: "off, hint, info, warning or error; may be repeated",
  },
  "min-severity": {
    type: "string",
    value: leastSeverities.join("|"),
    help: "what text and github still show (warning); the other formats keep all",
  },
  "max-warnings": { type: "string", value: "N", help: "exit 1 when there are more warnings" },
  "stdin-filename": {
    type: "string",
    value: "NAME",
    help: "what standard input is called, which tells its syntax and config file",
  },
  templates: { type: "boolean", help: "search folders for templates with app clients, too" },
  env: { type: "string", value: "NAME", help: "judge what this environment makes of the specs: the merged request" },
  facts: { type: "string", value: "FILE", help: 'what "cognito-client facts" printed, for the rules that need a pool' },
} as const;

export interface LintOptions {
  readonly files: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly preset: Preset | undefined;
  readonly rules: Readonly<Record<string, Level>>;
  /** The least severe findings that people get. */
  readonly minSeverity: Severity;
  readonly maxWarnings: number | undefined;
  readonly stdinFilename: string | undefined;
  /** Whether folders are searched for templates. */
  readonly templates: boolean;
  /** The environment whose merged requests are judged. */
  readonly environment: string | undefined;
  /** Path of pool facts as printed by `cognito-client facts`. */
  readonly facts: string | undefined;
}

/** @throws UsageError */
export function lintOptions(args: readonly string[]): LintOptions {
  const { values, positionals } = parseOptions(optionsOfLint, args);
  return {
    files: positionals,
    format: formats[oneOf("--format", values.format ?? "text", formatNames)],
    fix: values.fix ?? false,
    preset: values.preset === undefined ? undefined : oneOf<Preset>("--preset", values.preset, presets),
    rules: Object.fromEntries((values.rule ?? []).map(ruleLevel)),
    minSeverity: oneOf("--min-severity", values["min-severity"] ?? "warning", leastSeverities),
    maxWarnings: values["max-warnings"] === undefined ? undefined : wholeNumber(values["max-warnings"]),
    stdinFilename: values["stdin-filename"],
    templates: values.templates ?? false,
    environment: values.env,
    facts: values.facts,
  };
}

function ruleLevel(text: string): [string, Level] {
  const equals = text.indexOf("=");
  const id = equals < 0 ? text : text.slice(0, equals);
  const level = equals < 0 ? undefined : text.slice(equals + 1);
  const problem = ruleProblem(id, level);
  if (problem) throw new UsageError(`--rule ${text}: ${problem.message}`);
  return [id, level as Level];
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings takes a whole number, not "${text}".`);
  return Number(text);
}
