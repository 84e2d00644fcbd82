import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaves } from "./leaves.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaves-"));
  mkdirSync(join(folder, "repo", "apps"), { recursive: true });
  mkdirSync(join(folder, "repo-beside"));
  for (const file of ["repo/web.yaml", "repo/apps/api.yaml", "repo-beside/web.yaml"])
    writeFileSync(join(folder, file), "");
  symlinkSync(join(folder, "repo-beside"), join(folder, "repo", "linked"));
  symlinkSync(join(folder, "repo-beside", "web.yaml"), join(folder, "repo", "out.yaml"));
  symlinkSync(join(folder, "repo", "web.yaml"), join(folder, "repo", "in.yaml"));
  symlinkSync(join(folder, "repo"), join(folder, "checkout"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["web.yaml", false],
  ["apps/api.yaml", false],
  ["in.yaml", false],
  ["out.yaml", true],
  ["linked/web.yaml", true],
  ["../repo-beside/web.yaml", true],
  ["not-saved-yet.yaml", false],
])("%s leaves: %s", (spec, expected) => {
  for (const root of ["repo", "checkout"])
    expect(leaves(join(folder, root, "cognito-client.environments.yaml"), join(folder, root, spec))).toBe(expected);
});
