import type { Severity } from "../../server/src/engine/index.ts";
import { forWorkflowMessage, forWorkflowProperty } from "../../server/src/sinks.ts";
import type { LintFinding } from "../result.ts";
import type { Format } from "./format.ts";

export const github: Format = {
  summary: "GitHub's workflow commands, which put findings on the lines of a pull request",
  readers: "people",
  write: (files) =>
    files.flatMap(({ path, findings }) => findings.map((finding) => `${command(path, finding)}\n`)).join(""),
};

function command(path: string, { rule, severity, message, start, end }: LintFinding): string {
  const place = [
    `file=${forWorkflowProperty(path)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    `col=${start.column}`,
    // GitHub ignores an end column over several lines.
    ...(start.line === end.line ? [`endColumn=${end.column}`] : []),
    `title=${forWorkflowProperty(rule.id)}`,
  ];
  return `::${commands[severity]} ${place.join(",")}::${forWorkflowMessage(message)}`;
}

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};
