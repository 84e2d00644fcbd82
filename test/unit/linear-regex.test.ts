import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * A regular expression that is searched for in a hostile text, and begins with a repetition, starts anew at each character of a long
 * run and walks to its end each time: 160,000 spaces are 13 thousand million steps. V8 has no way to count them, so their form is
 * what is checked: who begins with a repetition either is nothing else, or is anchored, sticky, or looks behind first.
 */
const folder = join(import.meta.dirname, "../../server/src/engine");

const LITERAL = /(?<=[=(,:?&|!\s[])\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;)\]])/g;
const ATOM = String.raw`(?:\\[sSdDwW]|\\[pP]\{[^}]*\}|\[(?:[^\]\\]|\\.)*\]|\.|\(\?:\[(?:[^\]\\]|\\.)*\]\))`;
const REPEATED = new RegExp(`^(?:\\(\\?:)?${ATOM}(?:[*+]|\\{\\d+,\\})`);
/** Repetitions of a repetition without anything between them that ends one. */
const NESTED = new RegExp(`\\(\\?:${ATOM}[*+]\\)[*+]`);

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
  );

/** The catalogue's patterns are put between `^` and `$`; the last parts of the scanner match at every place. */
const anchoredElsewhere: ReadonlySet<string> = new Set(["catalogue/identity.ts", "lint/member-rules.ts"]);

function startsAnew({ source, flags, file }: Literal): boolean {
  if (flags.includes("y") || anchoredElsewhere.has(file)) return false;
  const match = REPEATED.exec(source);
  // Nothing behind it, or another alternative: then each search ends where the run does.
  return match !== null && !/^(?:\||$)/.test(source.slice(match[0].length));
}

test("there are regular expressions to look at", () => expect(literals.length).toBeGreaterThan(150));

test("no search starts anew within a run", () => {
  expect(literals.filter(startsAnew).map(({ file, source }) => `${file}: ${source}`)).toEqual([]);
});

test("no repetition is repeated", () => {
  expect(literals.filter(({ source }) => NESTED.test(source)).map(({ file, source }) => `${file}: ${source}`)).toEqual(
    [],
  );
});

test.each(["\\s*[,}\\]].*$", "[\\s-]+$", "\\s+#.*$", "[ \\t]*$"])("%s would be found", (source) => {
  expect(startsAnew({ file: "x.ts", source, flags: "" })).toBe(true);
});
