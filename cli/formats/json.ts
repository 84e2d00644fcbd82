import { type FileResult, summarise } from "../result.ts";

/** The object that design and README promise to scripts: see CHANGELOG.md before you change it. */
export function formatJson(files: readonly FileResult[]): string {
  const report = {
    files: files.map(({ path, findings, problem }) => ({
      path,
      ...(problem !== undefined && { problem }),
      findings: findings.map((finding) => ({
        ruleId: finding.rule.id,
        severity: finding.severity,
        message: finding.message,
        path: finding.path,
        range: { start: finding.start, end: finding.end },
        fixable: finding.fixable,
      })),
    })),
    summary: summarise(files),
  };
  return `${JSON.stringify(report)}\n`;
}
