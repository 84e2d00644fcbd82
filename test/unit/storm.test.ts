/**
 * Random edit storms: what an open spec knows after any number of incremental edits is what a fresh look at the same text
 * would say. `STORM_EDITS=100000 STORM_SEED=7 npm run unit test/unit/storm.test.ts` runs longer, or elsewhere.
 */

import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import { foldingSpans } from "../../server/src/engine/features/folding.ts";
import { symbols } from "../../server/src/engine/features/symbols.ts";
import { defaultSettings } from "../../server/src/engine/lint/settings.ts";
import { OpenSpec } from "../../server/src/lsp/open-spec.ts";
import { impossible, random, randomEdit, type Sample, samples } from "../support/storm.ts";

const edits = Number(process.env["STORM_EDITS"] ?? 2000);
const seed = Number(process.env["STORM_SEED"] ?? 1);

/** All that an editor is told of a document without asking for a place in it. */
function view(document: SpecDocument): string {
  const { text, units, ...rest } = document;
  return JSON.stringify({
    ...rest,
    length: text.length,
    units: units.map(({ base, part }) => [base, part.text.length, part.problems]),
    findings: check(document, { settings: defaultSettings }).map(
      ({ rule, span, severity, message, path, related, data }) => {
        return [rule.id, span, severity, message, path, related, data];
      },
    ),
    symbols: symbols(document),
    folding: foldingSpans(document),
  });
}

interface Divergence {
  readonly document: string;
  readonly edit: number;
  readonly text: string;
  readonly what: string;
}

function storm(sample: Sample, count: number, choose: (n: number) => number, done: (checked: boolean) => void) {
  const uri = `file:///${sample.name}`;
  const dialect = dialectOf(uri, "", sample.text);
  const id = dialect === "yaml" ? "yaml" : dialect;
  const spec = new OpenSpec(uri, id, 1, sample.text);
  let text = sample.text;
  for (let edit = 1; edit <= count; edit++) {
    // Now and then the author takes everything back, so that the text does not end as rubble.
    if (choose(40) === 0) {
      spec.update([{ text: sample.text }], edit + 1);
      text = sample.text;
    } else {
      const changes = Array.from({ length: choose(8) === 0 ? 3 : 1 }, () => {
        const now = TextDocument.create(uri, id, 1, text);
        const { start, end, text: inserted } = randomEdit(text, choose);
        const range = { start: now.positionAt(start), end: now.positionAt(end) };
        text = text.slice(0, now.offsetAt(range.start)) + inserted + text.slice(now.offsetAt(range.end));
        return { range, text: inserted };
      });
      spec.update(changes, edit + 1);
    }
    // A fast typist's edits are not all looked at.
    const looked = edit === count || choose(5) > 0;
    done(looked);
    if (!looked) continue;
    const known = spec.document;
    const fresh = parseSpec(text, dialectOf(uri, id, text));
    const what = view(known) === view(fresh) ? impossible(fresh)[0] : firstDifference(view(known), view(fresh));
    if (what !== undefined) return { document: sample.name, edit, text, what } satisfies Divergence;
  }
  return undefined;
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at++;
  return `after edits: …${a.slice(Math.max(0, at - 80), at + 120)}…\nfresh: …${b.slice(Math.max(0, at - 80), at + 120)}…`;
}

test(`${edits} random edits leave nothing that a fresh look would not say`, { timeout: 3_600_000 }, () => {
  const choose = random(seed);
  const all = samples();
  const divergences: Divergence[] = [];
  let [made, checked] = [0, 0];
  const perDocument = Math.ceil(edits / all.length);
  for (const sample of all) {
    const found = storm(sample, perDocument, choose, (looked) => {
      made++;
      if (looked) checked++;
    });
    if (found) divergences.push(found);
  }
  console.log(
    `storm: seed ${seed}, ${all.length} documents, ${made} edits, ${checked} compared, ${divergences.length} divergences`,
  );
  expect(divergences).toEqual([]);
  expect(made).toBeGreaterThanOrEqual(edits);
});
