import { forPrograms } from "../../server/src/sinks.ts";
import { summarise } from "../result.ts";
import type { Format } from "./format.ts";

/** The object that README promises to scripts: see CHANGELOG.md before you change it. */
export const json: Format = {
  summary: "one object for scripts",
  readers: "programs",
  write(files) {
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
    return `${forPrograms(JSON.stringify(report))}\n`;
  },
};
