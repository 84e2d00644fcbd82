import type { Severity } from "../../server/src/engine/index.ts";
import { type FileResult, type LintFinding, summarise } from "../result.ts";

/** For people: each finding with its line and a caret, then one line that counts. */
export function formatText(files: readonly FileResult[], colours: boolean): string {
  const paint = painter(colours);
  const blocks = files.filter((file) => file.findings.length > 0).map((file) => block(file, paint));
  return [...blocks, summaryLine(files, paint)].join("\n");
}

type Paint = (style: keyof typeof styles, text: string) => string;

function block({ path, findings }: FileResult, paint: Paint): string {
  return `${findings.map((finding) => entry(path, finding, paint)).join("\n")}`;
}

function entry(path: string, finding: LintFinding, paint: Paint): string {
  const { line, column } = finding.start;
  const head = `${paint("bold", `${visible(path)}:${line}:${column}`)}: ${paint(finding.severity, finding.severity)}: ${visible(finding.message)} ${paint("dim", `[${finding.rule.id}]`)}`;
  return `${head}\n${excerpt(finding, paint)}`;
}

/** The line with what is meant underlined; very long lines (one-line JSON) are cut around it. */
function excerpt({ start, end, excerpt: line, severity }: LintFinding, paint: Paint): string {
  const number = String(start.line);
  if (line === undefined) return `${paint("dim", ` ${number} | not shown, because a client secret may stand here`)}\n`;
  const gutter = " ".repeat(number.length);
  const from = Math.max(0, start.column - 1 - LEFT);
  const shown = line.slice(from, from + WIDTH);
  const length = Math.max(
    1,
    Math.min(
      (end.line === start.line ? end.column : line.length + 1) - start.column,
      shown.length - (start.column - 1 - from),
    ),
  );
  // Tabs stay tabs in the second line, so that the caret stands under its text.
  const pad = shown.slice(0, start.column - 1 - from).replace(/[^\t]/g, " ");
  return `${paint("dim", ` ${number} |`)} ${visible(shown)}\n${paint("dim", ` ${gutter} |`)} ${pad}${paint(severity, "^".repeat(length))}\n`;
}

/** A file is not to steer the terminal: control and direction characters show as one replacement character each. */
function visible(text: string): string {
  return text.replace(/(?!\t)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

const LEFT = 60;
const WIDTH = 120;

function summaryLine(files: readonly FileResult[], paint: Paint): string {
  const summary = summarise(files);
  const counts = (["error", "warning", "info", "hint"] as const)
    .filter((severity) => summary[severity] > 0)
    .map((severity) => paint(severity, count(summary[severity], severity)));
  const checked = count(files.filter(({ problem }) => problem === undefined).length, "file");
  if (counts.length === 0) return `${checked} checked, no findings.\n`;
  const fixable = files.flatMap((file) => file.findings).filter((finding) => finding.safelyFixable).length;
  const hint = fixable > 0 ? ` ${fixable} can be fixed by --fix.` : "";
  return `${counts.join(", ")} in ${checked}.${hint}\n`;
}

/** "1 error", "2 warnings", "3 info". */
function count(number: number, noun: Severity | "file"): string {
  return `${number} ${noun}${number === 1 || noun === "info" ? "" : "s"}`;
}

const styles = {
  bold: [1, 22],
  dim: [2, 22],
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  hint: [90, 39],
} as const;

function painter(colours: boolean): Paint {
  if (!colours) return (_style, text) => text;
  return (style, text) => `\u001b[${styles[style][0]}m${text}\u001b[${styles[style][1]}m`;
}
