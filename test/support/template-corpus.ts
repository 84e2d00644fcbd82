import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../cli/decode.ts";
import { openByContent } from "../../server/src/engine/clients/open.ts";
import type { Dialect, SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import type { Finding } from "../../server/src/engine/lint/finding.ts";
import type { Settings } from "../../server/src/engine/lint/settings.ts";

const root = join(import.meta.dirname, "../corpus-templates");

export interface TemplateSample {
  /** From the corpus' folder. */
  readonly path: string;
  readonly dialect: Dialect;
  readonly text: string;
  /** `severity rule pointer`, as expected.txt has them. */
  readonly expected: readonly string[];
}

/** The templates of the corpus with what shall be found in each. */
export function templateCorpus(): TemplateSample[] {
  const samples: (TemplateSample & { expected: string[] })[] = [];
  for (const line of readFileSync(join(root, "expected.txt"), "utf8").split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    if (line.startsWith("  ")) samples.at(-1)?.expected.push(line.trim());
    else
      samples.push({
        path: line,
        dialect: dialectOf(line),
        text: decode(readFileSync(join(root, line))).text,
        expected: [],
      });
  }
  return samples;
}

function dialectOf(path: string): Dialect {
  return path.endsWith(".json") ? "json" : "yaml";
}

export const recommended: Settings = { preset: "recommended", rules: {} };

/** @returns the document, if it holds app clients. */
export function opened(text: string, dialect: Dialect, path = "template.yaml"): SpecDocument | undefined {
  return openByContent(text, dialect, path);
}

export function findingsIn(text: string, dialect: Dialect, path?: string, settings = recommended): readonly Finding[] {
  const document = opened(text, dialect, path);
  return document ? check(document, { settings }) : [];
}

export function told({ severity, rule, path }: Finding): string {
  return `${severity} ${rule.id} /${path.join("/")}`;
}
