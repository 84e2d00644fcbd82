import type { Node, ParseError } from "jsonc-parser";
import { parseTree } from "jsonc-parser";
import type { Span } from "../document/node.ts";
import { rules } from "../lint/registry.ts";
import type { Level, Preset } from "../lint/rule.ts";
import type { Settings } from "./settings.ts";

/** The file that sets the rules for a folder and all below it; the nearest one upward counts, alone. */
export const CONFIG_FILE = "cognito-client.config.json";

export interface ConfigProblem {
  readonly message: string;
  /** In the config file's text. */
  readonly span: Span;
}

export interface Config {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, Level>>;
  /** What is wrong in the file; what is right still counts. */
  readonly problems: readonly ConfigProblem[];
}

const presets: readonly string[] = ["recommended", "strict"] satisfies readonly Preset[];
const levels: readonly string[] = ["off", "hint", "info", "warning", "error"] satisfies readonly Level[];

/** Reads a config file (JSON with comments). Never throws. */
export function readConfig(text: string): Config {
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
  const config: { preset?: Preset; rules?: Record<string, Level> } = {};
  for (const { name, key, value } of membersOf(root)) {
    if (name === "$schema") continue;
    if (name === "preset") {
      if (presets.includes(value?.value)) config.preset = value?.value;
      else problems.push({ message: `A preset is one of: ${presets.join(", ")}.`, span: spanOf(value ?? key) });
    } else if (name === "rules" && value?.type === "object") {
      config.rules = readRules(value, problems);
    } else if (name === "rules") {
      problems.push({
        message: `"rules" is an object of rule ids and levels: { "implicit-grant": "off" }.`,
        span: spanOf(value ?? key),
      });
    } else {
      problems.push({ message: `There is no setting "${name}". There are: preset, rules.`, span: spanOf(key) });
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
  if (!rules.some((rule) => rule.id === id))
    return { about: "id", message: `There is no rule "${id}". "cognito-client rules" lists them.` };
  if (typeof level === "string" && levels.includes(level)) return undefined;
  return { about: "level", message: `The level of a rule is one of: ${levels.join(", ")}.` };
}

/** Lays a config file over the settings of an editor or command line: what the file says counts, since the whole team shares it. */
export function withConfig(settings: Settings, config: Config | undefined): Settings {
  if (!config) return settings;
  return { preset: config.preset ?? settings.preset, rules: { ...settings.rules, ...config.rules } };
}

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
