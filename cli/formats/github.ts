import type { Severity } from "../../server/src/engine/index.ts";
import type { FileResult } from "../result.ts";

/** Workflow commands that put findings on the lines of a pull request. */
export function formatGithub(files: readonly FileResult[]): string {
  const lines = files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, start, end }) => {
      const endColumn = start.line === end.line ? `,endColumn=${end.column}` : "";
      const place = `file=${property(path)},line=${start.line},endLine=${end.line},col=${start.column}${endColumn}`;
      return `::${commands[severity]} ${place},title=${property(rule.id)}::${data(message)}`;
    }),
  );
  return lines.map((line) => `${line}\n`).join("");
}

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
