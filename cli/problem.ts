import type { Problem } from "../deploy/index.ts";
import { jsonPointer } from "./result.ts";

/** A problem as text for a terminal: the message, its findings, the next step, AWS's request id. */
export function problemText({ message, next, aws, findings }: Problem): string {
  const lines = [message];
  for (const finding of findings ?? [])
    lines.push(`  ${finding.severity} ${jsonPointer(finding.path)}: ${finding.message} (${finding.ruleId})`);
  if (next.kind === "sign-in") lines.push(`  Sign in with: ${next.command}`);
  if (next.kind === "open") lines.push(`  See ${next.url}`);
  if (aws?.requestId) lines.push(`  ${aws.operation}, request ${aws.requestId}`);
  return `${lines.join("\n")}\n`;
}

/** The same for programs. */
export function problemJson({ kind, message, next, aws, blame, findings }: Problem) {
  return {
    kind,
    message,
    next,
    ...(aws ? { aws } : {}),
    ...(blame
      ? { blame: blame.map(({ path, ruleId }) => ({ path: jsonPointer(path), ...(ruleId ? { ruleId } : {}) })) }
      : {}),
    ...(findings
      ? {
          findings: findings.map(({ ruleId, severity, message, path }) => ({
            ruleId,
            severity,
            message,
            path: jsonPointer(path),
          })),
        }
      : {}),
  };
}
