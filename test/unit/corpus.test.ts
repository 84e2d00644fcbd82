import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { decode, sourceOf } from "../../cli/decode.ts";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import type { Finding } from "../../server/src/engine/lint/finding.ts";
import type { Preset } from "../../server/src/engine/lint/rule.ts";
import { specOf } from "../../server/src/engine/reading/spec.ts";

/**
 * Definitions written after the shapes of real ones: `accepted/<application type>/` are requests that AWS takes,
 * `rejected/<rule>+<rule>/` what it refuses and the rules that must say so. test/corpus/findings.txt is what every
 * definition gets, so that a changed rule shows as a diff; `npm run corpus` writes it anew.
 */
const root = join(import.meta.dirname, "../corpus");
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "findings.txt" && entry.name !== "README.md")
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll("\\", "/"),
  )
  .sort();

const corpus = files.map((path) => {
  const [verdict = "", label = ""] = path.split("/");
  const document = parseSpec(sourceOf(decode(readFileSync(join(root, path)))), dialectOf(path));
  return { path, verdict, label, document, recommended: run(document, "recommended"), strict: run(document, "strict") };
});
type Sample = (typeof corpus)[number];

function dialectOf(path: string): Dialect {
  if (path.endsWith(".jsonc")) return "jsonc";
  return path.endsWith(".json") ? "json" : "yaml";
}

function run(document: SpecDocument, preset: Preset): readonly Finding[] {
  return check(document, { settings: { preset, rules: {} } });
}

const accepted = corpus.filter(({ verdict }) => verdict === "accepted");
const rejected = corpus.filter(({ verdict }) => verdict === "rejected");
const definitions = (samples: readonly Sample[]) =>
  samples.reduce((sum, { document }) => sum + clientsIn(document).length, 0);

describe("accepted by AWS", () => {
  test.each(accepted)("$path: no error in either preset", ({ recommended, strict }) => {
    expect([...recommended, ...strict].filter(({ severity }) => severity === "error").map(told)).toEqual([]);
  });

  test.each(accepted)("$path: the application type is told", ({ document, label }) => {
    for (const client of clientsIn(document)) expect(specOf(client).application.type).toBe(label);
  });

  test("a definition carries one or two warnings at most by default", () => {
    const noisy = accepted.filter(
      ({ recommended, document }) => warnings(recommended) > 2 * clientsIn(document).length,
    );
    expect(noisy.map(({ path, recommended }) => `${path}: ${recommended.map(told).join(" | ")}`)).toEqual([]);
    expect(warnings(accepted.flatMap(({ recommended }) => recommended)) / definitions(accepted)).toBeLessThan(1);
  });
});

describe("refused by AWS", () => {
  test.each(rejected)("$path: exactly the rules of its folder say so", ({ recommended, strict, label }) => {
    for (const findings of [recommended, strict]) {
      const errors = new Set(findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule.id));
      expect([...errors].sort().join("+")).toBe(label);
    }
  });
});

test("at least 90 definitions", () => {
  expect(definitions(corpus)).toBeGreaterThanOrEqual(90);
});

test("every definition gets the findings that are on record", async () => {
  await expect([summary(), ...corpus.map(record)].join("\n")).toMatchFileSnapshot(join(root, "findings.txt"));
});

afterAll(() => console.log(summary()));

function told({ rule, message }: Finding): string {
  return `${rule.id}: ${message}`;
}

function warnings(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === "warning").length;
}

/** One line per finding: pointer, rule, and its severity when recommended and when strict. */
function record({ path, document, recommended, strict }: Sample): string {
  const types = [...new Set(clientsIn(document).map((client) => specOf(client).application.type))].join(", ");
  const key = (finding: Finding) => `${finding.rule.id} ${finding.span.start} ${finding.path.join("/")}`;
  const quiet = new Map(recommended.map((finding) => [key(finding), finding.severity]));
  const lines = strict.map((finding) => {
    const pointer = finding.path.map((step) => `/${step}`).join("") || "-";
    return `  ${pointer} ${finding.rule.id} ${quiet.get(key(finding)) ?? "off"} ${finding.severity}`;
  });
  return [`${path} (${types})`, ...lines, ""].join("\n");
}

function summary(): string {
  const lines = (["recommended", "strict"] as const).map((preset) => {
    const findings = accepted.flatMap((sample) => sample[preset]);
    const counts = (["error", "warning", "info", "hint"] as const).map((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return `${(count / definitions(accepted)).toFixed(2)} ${severity}`;
    });
    return `per accepted definition, ${preset}: ${counts.join(", ")}`;
  });
  const silent = accepted.filter(({ recommended }) => warnings(recommended) === 0).length;
  return [
    `${definitions(corpus)} definitions in ${corpus.length} files: ${definitions(accepted)} accepted, ${definitions(rejected)} refused`,
    ...lines,
    `accepted files without a warning by default: ${silent} of ${accepted.length}`,
    "",
  ].join("\n");
}
