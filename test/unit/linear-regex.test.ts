import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { attacks, type Counted, counted } from "../support/regex-steps.ts";

/**
 * A regular expression that is searched for in a hostile text may walk a long run of characters from each of its places: 160,000
 * spaces are 13 thousand million steps. V8 has no way to count them, so an engine of our own does, on texts that are made from the
 * expression itself. Found by it: nine expressions that took the square.
 */
const folder = join(import.meta.dirname, "../../server/src");

const LITERAL = /(?<=[=(,:?&|!\s[])\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;)\]])/g;

interface Literal {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const literals: Literal[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .flatMap((path) =>
    Array.from(readFileSync(join(folder, path), "utf8").matchAll(LITERAL), ([, source = "", flags = ""]) => ({
      file: path.replaceAll("\\", "/"),
      source,
      flags,
    })),
  )
  // Two divisions of one line look like one.
  .filter(({ source, flags }) => isExpression(source, flags));

function isExpression(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** The catalogue's patterns are put between `^` and `$`. */
const anchored: ReadonlySet<string> = new Set(["engine/catalogue/identity.ts"]);

/** Those that are only ever given so many characters. */
const bounded: readonly { readonly file: string; readonly begins: string; readonly length: number }[] = [
  { file: "engine/features/completion/call-cursor.ts", begins: "(?:!GetAtt|Fn::GetAtt:)[ \\t]+\\[?", length: 400 },
  { file: "engine/lint/fixes/json-repair.ts", begins: '"(?:\\\\.|', length: 1_000 },
];

const MOST = 10_000_000;

/** The three texts of about fifty characters that cost most, as texts of another length. */
function worst(expression: Counted): (length: number) => string[] {
  const costs = Array.from(attacks(expression, 50), (text, index) => ({
    index,
    steps: expression.steps(text, 100_000),
  }));
  const chosen = new Set(
    costs
      .sort((a, b) => b.steps - a.steps)
      .slice(0, 3)
      .map(({ index }) => index),
  );
  return (length) => Array.from(attacks(expression, length)).filter((_, index) => chosen.has(index));
}

/** @returns what is wrong */
function growth({ file, source, flags }: Literal): string | undefined {
  // Without an endless repetition each place costs no more than the expression is long.
  if (!/[*+]|,\}/.test(source)) return undefined;
  const expression = counted(anchored.has(file) ? `^(?:${source})$` : source, flags);
  const texts = worst(expression);
  const cost = (length: number) => {
    const most = Math.max(...texts(length).map((text) => expression.steps(text, MOST)));
    return most < MOST ? Math.max(1, most) : Number.POSITIVE_INFINITY;
  };
  const limit = bounded.find((each) => each.file === file && source.startsWith(each.begins));
  if (limit)
    return cost(limit.length) < MOST ? undefined : `${file}: ${source}: ${limit.length} characters are too many`;
  const [small, middle] = [cost(100), cost(1_000)];
  const large = middle <= 16 * small && middle < Number.POSITIVE_INFINITY ? cost(10_000) : Number.POSITIVE_INFINITY;
  // Ten times the length may cost ten times as much, times the logarithms' ratio, and what a beginning costs.
  return large < Number.POSITIVE_INFINITY && large <= 14 * middle
    ? undefined
    : `${file}: ${source}: ${small}, ${middle}, ${large} steps`;
}

test("there are regular expressions to look at", () => expect(literals.length).toBeGreaterThan(300));

test("no search costs more than its text's length, times a constant: 10², 10³ and 10⁴ characters", () => {
  const known = new Map(
    literals.map((literal) => [`${literal.source}/${literal.flags} ${anchored.has(literal.file)}`, literal]),
  );
  expect([...known.values()].flatMap((literal) => growth(literal) ?? [])).toEqual([]);
}, 300_000);

test.each([
  ["\\s*[,}\\]].*$", ""],
  ["[\\s-]+$", ""],
  ["\\s+#.*$", ""],
  ["[ \\t]*$", ""],
  ["[\\r\\n]\\s*$", ""],
  ["\\$\\{([^}]*)\\}", "g"],
  ["^[^#]*?(?=\\s+#|\\s*$)", ""],
  ["^\\d*\\.?\\d+$", ""],
  ["(?:a+)+$", ""],
])("%s would be found", (source, flags) => {
  expect(growth({ file: "x.ts", source, flags })).toBeDefined();
});

test.each([
  ["(a|b)*?c(?=d)", "g", "abcdababcd", 2],
  ["(?<=x|yy)z{2,3}", "g", "xzzzyyzzxz", 2],
  ["(\\w)\\1\\b", "g", "aa bb cab xx", 3],
  ["^[^,]+,|$", "gm", "a,b\nc,d", 4],
])("the engine that counts finds what V8 finds: %s", (source, flags, text, matches) => {
  expect([...text.matchAll(new RegExp(source, flags))]).toHaveLength(matches);
  expect(counted(source, flags).matches(text)).toEqual(
    Array.from(text.matchAll(new RegExp(source, flags)), ({ 0: { length }, index }) => [index, index + length]),
  );
});
