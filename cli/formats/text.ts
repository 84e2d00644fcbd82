import { countOf, type Severity } from "../../server/src/engine/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { type FileResult, type LintFinding, summarise } from "../result.ts";
import type { Format, FormatContext } from "./format.ts";

/** Each finding with its line and a caret, then one line that counts. */
export const text: Format = {
  summary: "for people: each finding with its line",
  readers: "people",
  write(files, { colours, keptBack }) {
    const paint = painter(colours);
    const blocks = files.filter((file) => file.findings.length > 0).map((file) => block(file, paint));
    return [...blocks, summaryLine(files, keptBack, paint)].join("\n");
  },
};

type Paint = (style: keyof typeof styles, text: string) => string;

function block({ path, findings }: FileResult, paint: Paint): string {
  return `${findings.map((finding) => entry(path, finding, paint)).join("\n")}`;
}

function entry(path: string, finding: LintFinding, paint: Paint): string {
  const { line, column } = finding.start;
  const head = `${paint("bold", `${forTerminal(path)}:${line}:${column}`)}: ${paint(finding.severity, finding.severity)}: ${forTerminal(finding.message)} ${paint("dim", `[${finding.rule.id}]`)}`;
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
  const at = start.column - 1 - from;
  // The caret stands under its text as it is shown, escapes and all.
  const before = forTerminal(shown.slice(0, at), "\t");
  const upTo = forTerminal(shown.slice(0, at + length), "\t");
  // Tabs stay tabs in the second line.
  const pad = before.replace(/[^\t]/gu, " ");
  const carets = "^".repeat(Math.max(1, Array.from(upTo).length - Array.from(before).length));
  return `${paint("dim", ` ${number} |`)} ${forTerminal(shown, "\t")}\n${paint("dim", ` ${gutter} |`)} ${pad}${paint(severity, carets)}\n`;
}

const LEFT = 60;
const WIDTH = 120;

function summaryLine(files: readonly FileResult[], keptBack: FormatContext["keptBack"], paint: Paint): string {
  const summary = summarise(files);
  const looked = files.filter(({ problem }) => problem === undefined).length;
  // Why stands on standard error.
  if (looked === 0 && files.length > 0) return "Nothing was checked.\n";
  const checked = countOf(looked, "file");
  const unread = files.filter(({ problem }) => problem !== undefined).length;
  const fixable = files.flatMap((file) => file.findings).filter((finding) => finding.safelyFixable).length;
  const found = counts(summary, paint);
  const hidden = counts(keptBack, (_style, words) => words);
  return [
    found === ""
      ? `${checked} checked, no findings${hidden === "" ? "" : " of severity warning or error"}.`
      : `${found} in ${checked}.`,
    ...(unread > 0 ? [`${countOf(unread, "file")} could not be read.`] : []),
    ...(fixable > 0 ? [`${fixable} can be fixed by --fix.`] : []),
    ...(hidden === "" ? [] : [`${hidden} not shown; --min-severity hint shows all.`]),
  ]
    .join(" ")
    .concat("\n");
}

function counts(numbers: Readonly<Record<Severity, number>>, paint: Paint): string {
  return (["error", "warning", "info", "hint"] as const)
    .filter((severity) => numbers[severity] > 0)
    .map((severity) => paint(severity, countOf(numbers[severity], severity)))
    .join(", ");
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
