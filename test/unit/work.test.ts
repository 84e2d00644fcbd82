import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/**
 * What checking costs, with every rule on, and what is asked beside it: no more than linear × log, on texts that make the work of
 * each kind of rule grow. Counted in units of work (test/support/work.ts), in a process of its own, since counting slows all down.
 * `WORK_SIZES="100 1000 10000"` asks for more.
 */
const sizes = (process.env["WORK_SIZES"] ?? "50 500").split(" ");
/** Below it a beginning weighs more than what grows. */
const LEAST = 4_000;

test("ten times the text costs ten times the work, times a logarithm", { timeout: 600_000 }, async () => {
  const script = join(import.meta.dirname, "../support/work.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...sizes], { maxBuffer: 1e7 });
  const report = JSON.parse(stdout) as Record<string, Record<string, number[]>>;
  const wrong = Object.entries(report).flatMap(([what, answers]) =>
    Object.entries(answers).flatMap(([answer, units]) =>
      units.slice(1).flatMap((much, index) => {
        const [little, smaller] = [Math.max(LEAST, units[index] ?? 0), Number(sizes[index])];
        const times = Number(sizes[index + 1]) / smaller;
        const logarithms = Math.log(Number(sizes[index + 1])) / Math.log(smaller);
        return much <= little * times * logarithms ? [] : `${what}, ${answer}: ${little} → ${much}`;
      }),
    ),
  );
  expect(Object.keys(report).length).toBeGreaterThan(45);
  expect(wrong).toEqual([]);
});
