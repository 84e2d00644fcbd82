import type { Problem, SpecSource } from "../deploy/index.ts";
import { forTerminal } from "../server/src/sinks.ts";
import { Positions } from "./positions.ts";
import { jsonPointer } from "./result.ts";

/**
 * A problem as text for a terminal: the message, its findings, the next step, AWS's request id.
 * @param source the spec that the findings are about: they then stand at file, line and column, as lint says it.
 */
export function problemText(
  { message, next, aws, blame, findings }: Problem,
  source?: Pick<SpecSource, "name" | "text">,
): string {
  const positions = source && new Positions(source.text);
  const lines = [forTerminal(message)];
  for (const { file, severity, span, path, message: words, ruleId } of findings ?? []) {
    const at = file === undefined ? positions?.at(span.start) : undefined;
    const pointer = forTerminal(jsonPointer(path));
    const elsewhere = file === undefined ? pointer : `${forTerminal(file)} ${pointer}`;
    const place = source && at ? `${forTerminal(source.name)}:${at.line}:${at.column}` : elsewhere;
    lines.push(`  ${place}: ${severity}: ${forTerminal(words)} [${ruleId}]`);
  }
  for (const { file, path } of blame ?? [])
    if (file !== undefined) lines.push(`  It stands in ${forTerminal(file)} ${forTerminal(jsonPointer(path))}`);
  if (next.kind === "sign-in") lines.push(`  Sign in with: ${forTerminal(next.command)}`);
  if (next.kind === "open") lines.push(`  See ${forTerminal(next.url)}`);
  if (aws?.requestId) lines.push(`  ${aws.operation}, request ${forTerminal(aws.requestId)}`);
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
      ? {
          blame: blame.map(({ file, path, ruleId }) => ({
            ...(file === undefined ? {} : { file }),
            path: jsonPointer(path),
            ...(ruleId ? { ruleId } : {}),
          })),
        }
      : {}),
    ...(findings
      ? {
          findings: findings.map(({ file, ruleId, severity, message, path }) => ({
            ...(file === undefined ? {} : { file }),
            ruleId,
            severity,
            message,
            path: jsonPointer(path),
          })),
        }
      : {}),
  };
}
