import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { isEnvironmentsFile, isSpecFile } from "../server/src/engine/index.ts";
import { isTemplateFile } from "./template-file.ts";

export interface Input {
  /** As given, or relative to the current folder, with forward slashes. */
  readonly path: string;
  /** Named by itself or by a glob; else it was found in a folder, by its name. */
  readonly named: boolean;
  /** Why it cannot be checked, as the end of a sentence: exit code 2. */
  readonly problem?: string;
  /** Why it is passed over, likewise: no fault. */
  readonly skipped?: string;
}

/** Whether a folder (an absolute path) is to be searched for templates, too. */
export type WantsTemplates = (folder: string) => boolean | Promise<boolean>;

/**
 * Expands what was given on the command line: files as they are, folders to the specs below them, globs to what they match;
 * nothing at all means the specs below the current folder. Sorted within each argument, each file once.
 * Folders behind links are not entered, and a link that leads out of where it was found is not followed.
 */
export async function findFiles(given: readonly string[], cwd: string, templates: WantsTemplates): Promise<Input[]> {
  const found = new Map<string, Input>();
  for (const argument of given.length > 0 ? given : ["."]) {
    for (const input of await expand(argument, cwd, templates)) {
      const key = resolve(cwd, input.path);
      if (!found.has(key)) found.set(key, input);
    }
  }
  return [...found.values()];
}

async function expand(argument: string, cwd: string, templates: WantsTemplates): Promise<Input[]> {
  const path = resolve(cwd, argument);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return folder(argument, path, cwd, await templates(path));
  if (stat) return [named(argument, cwd)];
  if (!isDynamicPattern(argument)) return [{ path: argument, named: true, problem: "does not exist" }];
  const matches = await matchesOf(slashes(argument), cwd);
  return matches.length > 0
    ? matches.map((match) => named(match, cwd))
    : [{ path: argument, named: true, problem: "matches no file" }];
}

function folder(argument: string, path: string, cwd: string, templates: boolean): Input[] {
  const below = filesBelow(path, (at) => isSpecFile(at) || isEnvironmentsFile(at) || (templates && isTemplateFile(at)));
  if (below.length === 0) {
    const problem = templates
      ? "holds no spec, and no template with an app client"
      : "holds no spec: specs are named like web.cognito-client.yaml. Name another file itself; --templates looks into CloudFormation and the like, too";
    return [{ path: argument, named: true, problem }];
  }
  return below.map((at) => {
    const shown = { path: slashes(relative(cwd, at)), named: false };
    return linkLeaves(at, [path]) ? { ...shown, skipped: "is a link that leads out of this folder" } : shown;
  });
}

/** A link that is named may lead to a spec anywhere, or to any file below the current folder; a pull request may hold others. */
function named(path: string, cwd: string): Input {
  const at = resolve(cwd, path);
  if (!linkLeaves(at, [cwd, dirname(at)]) || isSpecFile(realpathSync(at))) return { path, named: true };
  return {
    path,
    named: true,
    problem: "is a link to a file elsewhere that is no spec by its name: name that file itself",
  };
}

function linkLeaves(file: string, roots: readonly string[]): boolean {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  try {
    const target = realpathSync(file);
    return !roots.some((root) => target.startsWith(withSeparator(realpathSync(root))));
  } catch {
    // It leads nowhere, or in a circle: reading it says so.
    return false;
  }
}

const withSeparator = (folder: string): string => (folder.endsWith(sep) ? folder : folder + sep);

/** Absolute paths of the files that count in a folder and all below it; hidden folders and installed packages apart. */
function filesBelow(folder: string, counts: (path: string) => boolean): string[] {
  const found: string[] = [];
  const left = [folder];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const entry of entriesOf(next)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) left.push(join(next, entry.name));
      else if (counts(join(next, entry.name))) found.push(join(next, entry.name));
    }
  }
  return found.sort();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Deleted meanwhile, or not ours to read: there is nothing to check in it.
    return [];
  }
}

/** Files that a glob matches. Links are not among them: behind one, `**` could lead anywhere. */
async function matchesOf(pattern: string, cwd: string): Promise<string[]> {
  const files = await glob([pattern], {
    cwd,
    ignore: ["**/node_modules/**", "**/.git/**"],
    dot: false,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return files.sort();
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
