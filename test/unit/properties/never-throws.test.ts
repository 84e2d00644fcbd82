import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Dialect } from "../../../server/src/engine/document/part.ts";
import { check } from "../../../server/src/engine/features/check.ts";
import { complete } from "../../../server/src/engine/features/completion/complete.ts";
import { convert } from "../../../server/src/engine/features/convert.ts";
import { fixAll } from "../../../server/src/engine/features/fix-all.ts";
import { foldingSpans } from "../../../server/src/engine/features/folding.ts";
import { format } from "../../../server/src/engine/features/format.ts";
import { hints } from "../../../server/src/engine/features/hints.ts";
import { hover } from "../../../server/src/engine/features/hover.ts";
import { lenses } from "../../../server/src/engine/features/lens.ts";
import { links } from "../../../server/src/engine/features/links.ts";
import { refactoringsAt } from "../../../server/src/engine/features/refactorings.ts";
import { occurrences } from "../../../server/src/engine/features/references.ts";
import { selectionSpans } from "../../../server/src/engine/features/selection.ts";
import { suppressionEdit } from "../../../server/src/engine/features/suppress.ts";
import { symbols } from "../../../server/src/engine/features/symbols.ts";
import { tapeOf } from "../../support/random-spec.ts";
import { writtenFiles } from "./files.ts";
import { runs, tape } from "./tape.ts";

const dialects: readonly Dialect[] = ["json", "jsonc", "yaml"];
const files = writtenFiles();
const settings = { preset: "strict", rules: {} } as const;

/** Everything that an editor asks of a document, at one place of it; findings must lie in the text. */
function useAll(text: string, dialect: Dialect, offset: number): void {
  const document = parseSpec(text, dialect);
  for (const finding of check(document, { settings })) {
    const { start, end } = finding.span;
    expect(start >= 0 && start <= end && end <= text.length, `${finding.rule.id} at ${start}-${end}`).toBe(true);
    finding.fixes?.();
    suppressionEdit(document, finding);
  }
  const context = { facts: new Map(), settings, stem: "web" };
  complete(document, offset, context);
  hover(document, offset, context);
  occurrences(document, offset);
  selectionSpans(document, offset);
  refactoringsAt(document, offset, { settings });
  symbols(document);
  foldingSpans(document);
  lenses(document);
  links(document);
  hints(document, { start: 0, end: text.length }, { lifetimes: true, defaults: true });
  format(document, { tabSize: 2, insertSpaces: true });
  convert(document);
  fixAll(document, { settings });
}

/** Text as it is while somebody edits: chunks gone, doubled, swapped, or typed in between. */
function mutated(text: string, numbers: readonly number[]): string {
  const choose = tapeOf(numbers);
  let result = text;
  for (let changes = 1 + choose(4); changes > 0; changes--) {
    const at = choose(1000) * Math.ceil(result.length / 1000) + choose(40);
    const end = at + 1 + (choose(3) === 0 ? choose(200) : choose(3));
    const [before, chunk, after] = [result.slice(0, at), result.slice(at, end), result.slice(end)];
    const kind = choose(5);
    if (kind === 0) result = before + after;
    else if (kind === 1) result = before + chunk + chunk + after;
    else if (kind === 2) result = before + after.slice(0, chunk.length) + chunk + after.slice(chunk.length);
    else if (kind === 3) result = before + PIECES[choose(PIECES.length)] + chunk + after;
    else result = before;
  }
  return result;
}

const PIECES = [
  ..."{|}|[|]|,|:|: |- |#| #|//|/*|*/|\"|'|`|\\|&a |*a|<<: *a|!t |? |\n|\r|\r\n|\t|\n---\n|\n...\n|\0|\uFEFF|\uD800|>|%YAML 9|__proto__".split(
    "|",
  ),
  "|\n",
  "cognito-client-disable",
  "${",
  '"CallbackURLs": [',
  "constructor: 1",
];

const piece = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("ClientName", "TokenValidityUnits", "AllowedOAuthFlows", "  ", "1", "true"),
);

test("no text makes the engine throw", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom(...dialects),
      fc.nat(100),
      (pieces, dialect, at) => {
        const text = pieces.join("");
        useAll(text, dialect, Math.min(at, text.length));
      },
    ),
    { numRuns: runs(500) },
  );
}, 600_000);

test("no damage to a real document makes the engine throw", () => {
  fc.assert(
    fc.property(fc.nat(files.length - 1), tape, fc.nat(2), fc.nat(99), (index, numbers, other, at) => {
      const { text, dialect } = files[index] as (typeof files)[number];
      const damaged = mutated(text, numbers);
      // One in three is read as what it is not.
      const read = other === 2 ? (dialects[numbers.length % 3] as Dialect) : dialect;
      useAll(damaged, read, Math.floor((damaged.length * at) / 99));
    }),
    { numRuns: runs(120) },
  );
}, 600_000);
