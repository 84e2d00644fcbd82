import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/process.ts";
import { constsOfType, listingText } from "./members-of-folder.ts";

const folder = temporaryFolder("listing");
afterAll(() => folder[Symbol.asyncDispose]());
const root = join(import.meta.dirname, "../..");

describe("an output format is one file", () => {
  const formats = join(folder.path, "formats");
  cpSync(join(root, "cli/formats"), formats, { recursive: true });

  test("what is listed is what is there", () => {
    const found = constsOfType(formats, "Format");
    expect([...found.keys()]).toEqual(["github", "json", "junit", "sarif", "text"]);
  });

  test("a new file is listed by its name, shared code is not", () => {
    writeFileSync(
      join(formats, "check-style.ts"),
      'import type { Format } from "./format.ts";\nexport const checkStyle: Format = { summary: "", readers: "programs", write: () => "" };\n',
    );
    writeFileSync(join(formats, "shared.ts"), "export const helper = 1;\n");
    const listing = { type: "Format", from: "./format.ts", name: "formats", doc: "All." };
    const text = listingText(constsOfType(formats, "Format"), listing);
    expect(text).toContain('import { checkStyle } from "./check-style.ts";');
    expect(text).toContain('  "check-style": checkStyle,\n');
    expect(text).not.toContain("shared");
    mkdirSync(join(folder.path, "formatted"));
    writeFileSync(join(folder.path, "formatted", "index.ts"), text);
    const biome = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/@biomejs/biome/bin/biome"),
        "format",
        "--write",
        "--vcs-enabled=false",
        "--config-path",
        root,
        join(folder.path, "formatted"),
      ],
      { encoding: "utf8", cwd: folder.path },
    );
    expect(biome.stderr).not.toContain("No files");
    expect(readFileSync(join(folder.path, "formatted", "index.ts"), "utf8")).toBe(text);
  });

  test("two in one file are refused", () => {
    writeFileSync(join(formats, "two.ts"), "export const a: Format = x;\nexport const b: Format = y;\n");
    expect(() => constsOfType(formats, "Format")).toThrow("one Format in each file");
  });
});
