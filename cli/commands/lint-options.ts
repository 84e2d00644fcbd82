import { parseArgs } from "node:util";
import { ruleProblem } from "../../server/src/engine/config/config-file.ts";
import { presets } from "../../server/src/engine/config/levels.ts";
import type { Level, Preset } from "../../server/src/engine/lint/rule.ts";
import { UsageError } from "../io.ts";

export type Format = "text" | "json" | "sarif" | "github";

export interface LintOptions {
  readonly files: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly preset: Preset | undefined;
  readonly rules: Readonly<Record<string, Level>>;
  readonly maxWarnings: number | undefined;
  readonly stdinFilename: string | undefined;
  /** Path of pool facts as printed by `cognito-client facts`. */
  readonly facts: string | undefined;
}

/** @throws UsageError */
export function lintOptions(args: readonly string[]): LintOptions {
  const { values, positionals } = parse([...args]);
  return {
    files: positionals,
    format: oneOf("--format", values.format ?? "text", ["text", "json", "sarif", "github"]),
    fix: values.fix ?? false,
    preset: values.preset === undefined ? undefined : oneOf<Preset>("--preset", values.preset, presets),
    rules: Object.fromEntries((values.rule ?? []).map(ruleLevel)),
    maxWarnings: values["max-warnings"] === undefined ? undefined : wholeNumber(values["max-warnings"]),
    stdinFilename: values["stdin-filename"],
    facts: values.facts,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: "string" },
        fix: { type: "boolean" },
        preset: { type: "string" },
        rule: { type: "string", multiple: true },
        "max-warnings": { type: "string" },
        "stdin-filename": { type: "string" },
        facts: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split(". To ")[0] ?? "");
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const known = allowed.find((each) => each === value);
  if (known === undefined) throw new UsageError(`${option} is one of ${allowed.join(", ")}, not "${value}".`);
  return known;
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
