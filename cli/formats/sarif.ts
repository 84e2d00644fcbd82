import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { pageOf, type RuleMeta, type Severity } from "../../server/src/engine/index.ts";
import { forPrograms, visible } from "../../server/src/sinks.ts";
import type { FileResult } from "../result.ts";
import type { Format } from "./format.ts";

/** SARIF 2.1.0, the part of it that code scanning reads. */
export const sarif: Format = {
  summary: "SARIF 2.1.0, for code scanning",
  readers: "programs",
  write: (files, { version }) => `${forPrograms(JSON.stringify(logOf(files, version), null, 2))}\n`,
};

function logOf(files: readonly FileResult[], version: string): Log {
  const rules = [
    ...new Map(files.flatMap((file) => file.findings.map(({ rule }) => [rule.id, rule] as const))).values(),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cognito-client",
            semanticVersion: version,
            informationUri: "https://github.com/cognito-app-client/cognito-app-client",
            rules: rules.map(descriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: files.every((file) => file.problem === undefined),
            toolExecutionNotifications: files.flatMap(({ path, problem }) =>
              problem === undefined
                ? []
                : [{ level: "error" as const, message: { text: visible(`${path} ${problem}`) } }],
            ),
          },
        ],
        results: files.flatMap((file) => results(file, rules)),
      },
    ],
  };
}

function descriptor(rule: RuleMeta): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    helpUri: pageOf(rule.id),
    properties: { evidence: rule.evidence, source: rule.source },
  };
}

function results({ path, findings }: FileResult, rules: readonly RuleMeta[]): Result[] {
  return findings.map(({ rule, severity, message, start, end }) => ({
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: levels[severity],
    message: { text: visible(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
  }));
}

/** A path as a URI reference: relative ones stay relative, so that code scanning finds the file in its checkout. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path
    .replace(/^\.[\\/]/, "")
    .split(sep)
    .map(encodeURIComponent)
    .join("/")
    .replace(/%2F/g, "/");
}

const levels: Readonly<Record<Severity, Result.level>> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};
