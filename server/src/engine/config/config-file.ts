import type { Node, ParseError } from "jsonc-parser";
import { createScanner, parseTree } from "jsonc-parser";
import { cut } from "../../sinks.ts";
import type { Span } from "../document/node.ts";
import { isLevel, isPreset, levels, presets } from "../lint/levels.ts";
import type { Level, Preset } from "../lint/rule.ts";
import { allRules } from "./all-rules.ts";

/** The file that sets the rules for a folder and all below it; the nearest one upward counts, alone. */
export const CONFIG_FILE = "cognito-client.config.json";

/**
 * Bounds of a file that anybody can put into a repository, and that is read before somebody trusts it. A file that sets every rule
 * has 6,000 characters and two levels.
 */
export const configLimits = {
  /** UTF-16 units. */
  length: 100_000,
  /** Levels of objects and arrays: jsonc-parser recurses. */
  depth: 16,
  /** Problems told; the first few show what is wrong. */
  problems: 20,
} as const;

export interface ConfigProblem {
  readonly message: string;
  /** In the config file's text. */
  readonly span: Span;
}

export interface Config {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, Level>>;
  /** Whether the command line searches folders for templates. */
  readonly templates?: boolean;
  /** What is wrong in the file; what is right still counts. */
  readonly problems: readonly ConfigProblem[];
}

/** Reads a config file (JSON with comments). Never throws, whatever the text. */
export function readConfig(text: string): Config {
  const beyond = beyondLimits(text);
  if (beyond) return { problems: [beyond] };
  const { problems, ...config } = readObject(text);
  return { ...config, problems: problems.slice(0, configLimits.problems) };
}

function beyondLimits(text: string): ConfigProblem | undefined {
  if (text.length > configLimits.length)
    return {
      message: `A config file has at most ${configLimits.length} characters. This one is not read.`,
      span: { start: 0, end: 1 },
    };
  const scanner = createScanner(text, true);
  let depth = 0;
  // 1 and 3 open, 2 and 4 close, 17 ends: the values of jsonc-parser's SyntaxKind, a `const enum` that no bundler sees.
  for (let token: number = scanner.scan(); token !== 17; token = scanner.scan()) {
    if (token === 1 || token === 3) depth++;
    else if (token === 2 || token === 4) depth--;
    if (depth > configLimits.depth) {
      const start = scanner.getTokenOffset();
      return { message: "This is nested too deeply. The file is not read.", span: { start, end: start + 1 } };
    }
  }
  return undefined;
}

function readObject(text: string): Config {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = errors.slice(0, 1).map(({ offset, length }) => ({
    message: "This is not valid JSON, so settings after it may not count.",
    span: { start: offset, end: offset + Math.max(1, length) },
  }));
  if (root?.type !== "object") {
    if (problems.length === 0)
      problems.push({
        message: `A config file is an object: { "preset": "recommended", "rules": {} }.`,
        span: whole(text),
      });
    return { problems };
  }
  const config: { preset?: Preset; rules?: Record<string, Level>; templates?: boolean } = {};
  for (const { name, key, value } of membersOf(root)) {
    if (name === "$schema") continue;
    if (name === "preset") {
      if (isPreset(value?.value)) config.preset = value.value;
      else problems.push({ message: `A preset is one of: ${presets.join(", ")}.`, span: spanOf(value ?? key) });
    } else if (name === "rules" && value?.type === "object") {
      config.rules = readRules(value, problems);
    } else if (name === "rules") {
      problems.push({
        message: `"rules" is an object of rule ids and levels: { "implicit-grant": "off" }.`,
        span: spanOf(value ?? key),
      });
    } else if (name === "templates") {
      if (typeof value?.value === "boolean") config.templates = value.value;
      else problems.push({ message: `"templates" is true or false.`, span: spanOf(value ?? key) });
    } else {
      problems.push({
        message: `There is no setting "${cut(name, 60)}". There are: preset, rules, templates.`,
        span: spanOf(key),
      });
    }
  }
  return { ...config, problems };
}

function readRules(object: Node, problems: ConfigProblem[]): Record<string, Level> {
  const result: Record<string, Level> = {};
  for (const { name, key, value } of membersOf(object)) {
    const problem = ruleProblem(name, value?.value);
    if (!problem) result[name] = value?.value;
    else problems.push({ message: problem.message, span: spanOf(problem.about === "id" ? key : (value ?? key)) });
  }
  return result;
}

/** @returns what is wrong with a rule id or its level, or `undefined`. */
export function ruleProblem(id: string, level: unknown): { about: "id" | "level"; message: string } | undefined {
  if (!ruleIds.has(id))
    return { about: "id", message: `There is no rule "${cut(id, 60)}". "cognito-client rules" lists them.` };
  if (isLevel(level)) return undefined;
  return { about: "level", message: `The level of a rule is one of: ${levels.join(", ")}.` };
}

const ruleIds: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

function membersOf(object: Node): { name: string; key: Node; value: Node | undefined }[] {
  return (object.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key ? [{ name: String(key.value), key, value }] : [];
  });
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

function whole(text: string): Span {
  return { start: 0, end: Math.max(1, text.length) };
}
