import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/** The names by which a spec is known, as in package.json's languages. */
const names = [
  "cognito-client.{json,yaml,yml}",
  "*.cognito-client.{json,jsonc,yaml,yml}",
  "cognito-app-client.{json,yaml,yml}",
  "*.cognito-app-client.{json,yaml,yml}",
];

export type Input = { readonly path: string } | { readonly path: string; readonly problem: string };

/**
 * Expands what was given on the command line: files as they are, folders to the specs below them, globs to what they match;
 * nothing at all means the specs below the current folder. Sorted within each argument, each file once.
 */
export async function findFiles(given: readonly string[], cwd: string): Promise<Input[]> {
  const found = new Map<string, Input>();
  const add = (input: Input) => {
    const key = resolve(cwd, input.path);
    if (!found.has(key)) found.set(key, input);
  };
  for (const argument of given.length > 0 ? given : ["."]) {
    for (const input of await expand(argument, cwd)) add(input);
  }
  return [...found.values()];
}

async function expand(argument: string, cwd: string): Promise<Input[]> {
  const path = resolve(cwd, argument);
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return [{ path: argument }];
    const below = await specsIn(
      names.map((name) => `**/${name}`),
      path,
    );
    if (below.length === 0)
      return [
        {
          path: argument,
          problem: "holds no spec: specs are named like web.cognito-client.yaml, or name the file itself",
        },
      ];
    return below.map((file) => ({ path: slashes(relative(cwd, resolve(path, file))) }));
  }
  if (!isDynamicPattern(argument)) return [{ path: argument, problem: "does not exist" }];
  const matches = await specsIn([slashes(argument)], cwd);
  return matches.length > 0
    ? matches.map((match) => ({ path: match }))
    : [{ path: argument, problem: "matches no file" }];
}

async function specsIn(patterns: string[], cwd: string): Promise<string[]> {
  const files = await glob(patterns, {
    cwd,
    ignore: ["**/node_modules/**", "**/.git/**"],
    dot: false,
    expandDirectories: false,
  });
  return files.sort();
}

function slashes(path: string): string {
  return path.replace(/\\/g, "/");
}
