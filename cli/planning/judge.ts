import { relative } from "node:path";
import type { PlanHelp, SpecFinding } from "../../deploy/index.ts";
import {
  type EnvironmentTarget,
  findingsInEnvironment,
  isMissingPool,
  type Settings,
} from "../../server/src/engine/index.ts";
import type { Target } from "../targets/target.ts";

/**
 * Judges the merged request of an environment, each finding where its cause stands: in the spec, or in the environments file.
 * @returns nothing where no environment says anything of the spec: then the spec alone is judged
 */
export function judgeOf(target: Target, settings: Settings, cwd: string): Pick<PlanHelp, "judge"> {
  const { client, environments, poolId } = target;
  if (!target.entry?.link.set || !environments) return {};
  const entry: EnvironmentTarget = {
    ...target.entry,
    environment: { ...target.entry.environment, ...(poolId === undefined ? {} : { pool: poolId }) },
  };
  const file = relative(cwd, environments.path).replaceAll("\\", "/");
  return {
    judge(facts) {
      const known = facts && poolId !== undefined ? new Map([[poolId, facts]]) : undefined;
      const { own, merged } = findingsInEnvironment(client, entry, { settings, ...(known ? { facts: known } : {}) });
      const plain = ({ rule, severity, message, path, span }: (typeof own | typeof merged)[number]): SpecFinding => ({
        ruleId: rule.id,
        severity,
        message,
        path,
        span,
      });
      return [
        // A pool is known here, or nothing is sent.
        ...own.filter((finding) => !isMissingPool(finding)).map(plain),
        ...merged.map((finding) => ({ ...plain(finding), file })),
      ];
    },
  };
}
