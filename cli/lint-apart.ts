import { rules } from "../server/src/engine/rules/index.ts";
import type { FileResult, LintFinding } from "./result.ts";

/** Files that another thread is to check, with the words of the command line. */
export interface Slice {
  readonly args: readonly string[];
  readonly paths: readonly string[];
  readonly cwd: string;
}

/** A result as it travels between threads: a rule goes by its id, because its functions cannot travel. */
export interface WireResult extends Omit<FileResult, "findings"> {
  readonly findings: readonly (Omit<LintFinding, "rule"> & { readonly ruleId: string })[];
}

/** Below this, a second thread costs more than it saves. */
const FEW = 200;

/** @returns how many slices to make of so many files on a machine with so many processors; at most four, the first for this thread. */
export function slicesFor(files: number, processors: number): number {
  return files < FEW ? 1 : Math.max(1, Math.min(processors, 4));
}

/** Cuts a list into so many runs of about the same length, in order. */
export function cut<T>(list: readonly T[], slices: number): T[][] {
  const length = Math.ceil(list.length / slices);
  return Array.from({ length: slices }, (_, index) => list.slice(index * length, (index + 1) * length));
}

export function toWire(result: FileResult): WireResult {
  return { ...result, findings: result.findings.map(({ rule, ...finding }) => ({ ...finding, ruleId: rule.id })) };
}

export function fromWire(result: WireResult): FileResult {
  return {
    ...result,
    findings: result.findings.flatMap(({ ruleId, ...finding }) => {
      const rule = byId.get(ruleId);
      return rule ? [{ ...finding, rule }] : [];
    }),
  };
}
const byId = new Map(rules.map((rule) => [rule.id, rule]));
