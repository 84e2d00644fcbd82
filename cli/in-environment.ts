import { relative, resolve } from "node:path";
import {
  type CheckContext,
  clientsIn,
  findingsIn,
  findingsInEnvironment,
  isMissingPool,
  isTemplate,
  type SpecDocument,
  targetsOf,
} from "../server/src/engine/index.ts";
import { findingsOf, placed } from "./findings.ts";
import type { Io } from "./io.ts";
import type { FileResult, LintFinding } from "./result.ts";
import { EnvironmentsFiles, type FoundEnvironments, tellEnvironmentsProblems } from "./targets/environments-files.ts";

/** Judges specs with what the environments file beside or above them says. */
export class LintEnvironments {
  private readonly files = new EnvironmentsFiles();
  /** Findings that stand in environments files, by the file. */
  private readonly theirs = new Map<FoundEnvironments, LintFinding[]>();
  private readonly told = new Map<FoundEnvironments, number>();
  private readonly environment: string | undefined;
  private readonly io: Pick<Io, "cwd" | "err">;

  /** @param environment the one whose merged requests are judged; without one, each spec alone. */
  constructor(environment: string | undefined, io: Pick<Io, "cwd" | "err">) {
    this.environment = environment;
    this.io = io;
  }

  /**
   * The findings of a file.
   * @param file absolute path.
   * @returns a problem where the environment that was asked for cannot be had
   */
  async of(
    file: string,
    document: SpecDocument,
    context: CheckContext,
  ): Promise<Pick<FileResult, "findings" | "problem">> {
    if (this.environment === undefined || isTemplate(document)) return { findings: findingsOf(document, context) };
    const found = await this.files.of(file);
    const path = found && relative(found.folder, file).replaceAll("\\", "/");
    const environment = found?.file.environments.get(this.environment);
    if (!found || path === undefined || this.isBroken(found))
      return this.none("has no environments file that can be read");
    if (!environment) return this.none(`has no environment ${this.environment} in ${found.path}`);
    const own = clientsIn(document).flatMap((client) => {
      const target = targetsOf(found.file, path, document, client).find((each) => each.environment === environment);
      // Not listed: the environment gives it a pool, and nothing else.
      if (!target)
        return findingsIn(client, { ...context, exists: false }).filter(
          (each) => !environment.pool || !isMissingPool(each),
        );
      const judged = findingsInEnvironment(client, target, context);
      this.keep(
        found,
        placed(found.document, judged.merged, () => []),
      );
      return judged.own;
    });
    return { findings: placed(document, own, ({ fixes }) => fixes?.() ?? []) };
  }

  /** The results of all files, with what stands in environments files: one result for each, that has each finding once. */
  with(results: readonly FileResult[]): FileResult[] {
    const all = [...results];
    for (const [{ path }, findings] of this.theirs) {
      const index = all.findIndex((result) => resolve(this.io.cwd, result.path) === path);
      const result = all[index] ?? { path: relative(this.io.cwd, path).replaceAll("\\", "/"), findings: [] };
      all.splice(index < 0 ? all.length : index, 1, {
        ...result,
        findings: distinct([...result.findings, ...findings]),
      });
    }
    return all;
  }

  private keep(found: FoundEnvironments, findings: readonly LintFinding[]): void {
    if (findings.length > 0) this.theirs.set(found, [...(this.theirs.get(found) ?? []), ...findings]);
  }

  private isBroken(found: FoundEnvironments): boolean {
    const count = this.told.get(found) ?? tellEnvironmentsProblems(found, this.io);
    this.told.set(found, count);
    return count > 0;
  }

  private none(problem: string): Pick<FileResult, "findings" | "problem"> {
    return { findings: [], problem };
  }
}

/** Each finding once, as they stand in the file: an environments file that is linted tells what its specs tell, too. */
function distinct(findings: readonly LintFinding[]): LintFinding[] {
  const seen = new Set<string>();
  // Of two the first counts: it knows of fixes.
  return findings
    .filter(({ rule, path, message }) => seen.size < seen.add(JSON.stringify([rule.id, path, message])).size)
    .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
}
