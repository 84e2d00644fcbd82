import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Dialect } from "../../../server/src/engine/document/part.ts";
import { check } from "../../../server/src/engine/features/check.ts";
import { tryOut } from "../../../server/src/engine/features/trial.ts";
import { editedAlone, works } from "../../../server/src/engine/features/trial-alone.ts";
import { editsAt } from "../../../server/src/engine/lint/finding.ts";
import { type Choose, tapeOf, type Value, writeJson, writeYaml } from "../../support/random-spec.ts";
import { chooseSpec } from "../../support/random-values.ts";
import { runs, tape } from "./tape.ts";

const context = { settings: { preset: "strict", rules: {} } } as const;
/** Of one document; so that long ones do not take all the time. */
const MOST_TRIALS = 25;

const forms: Record<string, readonly [Dialect, (specs: Value[], choose: Choose) => string]> = {
  "a YAML list": ["yaml", writeYaml],
  "a YAML stream": ["yaml", (specs, choose) => specs.map((spec) => writeYaml(spec, choose)).join("---\n")],
  "one YAML document": ["yaml", ([spec = {}], choose) => writeYaml(spec, choose)],
  "a JSON list": ["json", (specs, choose) => writeJson(specs, choose, "json")],
  "a JSONC list": ["jsonc", (specs, choose) => writeJson(specs, choose, "jsonc")],
  "one JSON object": ["json", ([spec = {}], choose) => writeJson(spec, choose, "json")],
};

test.each(Object.entries(forms))(
  "a fix tried on its app client alone does what it does to the file: %s",
  (_form, [dialect, write]) => {
    let alone = 0;
    fc.assert(
      fc.property(tape, tape, (content, style) => {
        const chooseValue = tapeOf(content);
        const specs = Array.from({ length: 1 + chooseValue(3) }, () => chooseSpec(chooseValue));
        const document = parseSpec(write(specs, tapeOf(style)), dialect);
        const fixes = check(document, context).flatMap(({ rule, client, judged }) =>
          (client && judged?.fixes ? judged.fixes(client.part) : []).map((fix) => ({ ...fix, rule, client })),
        );
        for (const { edits, title, rule, client } of fixes.slice(0, MOST_TRIALS)) {
          const edited = client && editedAlone(document, client, edits, context);
          if (!edited) continue;
          alone++;
          const trial = tryOut(document, editsAt(client.base, edits), context);
          const inFile = trial !== undefined && !trial.hasNewErrors && (trial.fewer.get(rule.id) ?? 0) > 0;
          expect(works(edited, rule, context), `${rule.id}: ${title}\n${document.text}`).toBe(inFile);
        }
      }),
      { numRuns: runs(25) },
    );
    expect(alone).toBeGreaterThan(50);
  },
  600_000,
);
