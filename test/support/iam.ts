import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./cache.ts";

const page = () => readFileSync(join(root, "docs/iam.md"), "utf8");

/** The actions that docs/iam.md explains in its table: `cognito-idp:ListUserPools`. */
export function explainedActions(): string[] {
  return [...page().matchAll(/^\| `(\w[\w-]+:\w+)` \|/gm)].map(([, action = ""]) => action);
}

/** The actions in the policies below some of its headings; below all of them, when none is named. */
export function allowedActions(...headings: readonly string[]): string[] {
  const sections = page()
    .split(/^## /m)
    .filter((section) => headings.length === 0 || headings.some((heading) => section.startsWith(`${heading}\n`)));
  if (sections.length < headings.length) throw new Error(`docs/iam.md lacks a heading of ${headings.join(", ")}`);
  const named = sections.flatMap((section) =>
    [...section.matchAll(/"(cognito-idp:\w+)"/g)].map(([, action = ""]) => action),
  );
  return [...new Set(named)].sort();
}
