/**
 * Breaks each rule in many small ways and tells which faults its tests do not notice.
 *
 *     node tools/mutate-rules.ts                     every rule
 *     node tools/mutate-rules.ts url-fragment …      these
 *     node tools/mutate-rules.ts ../reading/url      a shared file with a test beside it
 *     node tools/mutate-rules.ts --json              one object: module → survivors
 *
 * Exit 0 when nothing survives, 1 otherwise, 2 when a test fails without any fault or a name is unknown.
 */
import { fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { parseAst } from "vitest/node";
import { type Mutant, mutantsOf, type SyntaxNode, withSleepers } from "./mutate/mutants.ts";
import type { Order, Report } from "./mutate/worker.ts";

const folder = join(import.meta.dirname, "../server/src/engine/rules");
/** Milliseconds without any news after which a mutant counts as one that never ends. */
const patience = 30_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const names = positionals.length > 0 ? positionals : rulesWithTests();
const survivors: Record<string, string[]> = {};
const broken: string[] = [];
let count = 0;

for (const name of names) {
  if (!existsSync(join(folder, `${name}.test.ts`))) stop(`There is no test ${name}.test.ts.`);
  const text = readFileSync(join(folder, `${name}.ts`), "utf8");
  const mutants = mutantsOf(text, parseAst(text, { lang: "ts" }) as unknown as SyntaxNode);
  count += mutants.length;
  const alive = await survivorsOf(name, withSleepers(text, mutants), mutants).catch((error: Error) => {
    broken.push(error.message);
    return [];
  });
  survivors[name] = alive.map(({ start, label }) => `${lineAt(text, start)}: ${label}`);
  if (!values.json) print(name, mutants.length, survivors[name]);
}

const left = Object.values(survivors).flat().length;
if (values.json) console.log(JSON.stringify(survivors, null, 2));
else console.log(`${count} mutants of ${names.length} modules, ${left} survivors.`);
for (const message of broken) console.error(message);
process.exitCode = broken.length > 0 ? 2 : left > 0 ? 1 : 0;

function rulesWithTests(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -".test.ts".length))
    .filter((name) => existsSync(join(folder, `${name}.ts`)))
    .sort();
}

/**
 * Mutants inside functions share one process; each that is outside needs the module to be loaded anew. So does one that
 * survives, as its function may be called only while the module is loaded.
 */
async function survivorsOf(name: string, source: string, mutants: readonly Mutant[]): Promise<Mutant[]> {
  const numbers = mutants.map((_, index) => index + 1);
  const isAtLoad = (number: number) => mutants[number - 1]?.atLoad === true;
  const batches = [[0, ...numbers.filter((n) => !isAtLoad(n))], ...numbers.filter(isAtLoad).map((n) => [n])];
  const alive: Mutant[] = [];
  for (const batch of batches) {
    for (const report of await run(name, source, batch)) {
      const mutant = mutants[report.mutant - 1];
      if (!mutant && !report.alive) throw new Error(`${name}.test.ts fails without any fault: ${report.failed}`);
      if (!mutant || !report.alive) continue;
      const [again] = batch.length > 1 ? await run(name, source, [report.mutant]) : [report];
      if (again?.alive) alive.push(mutant);
    }
  }
  return alive.sort((a, b) => a.start - b.start);
}

/** A mutant that ends the process, or keeps it busy for ever, is a dead one; the others go on in a new process. */
async function run(name: string, source: string, mutants: readonly number[]): Promise<Report[]> {
  const url = (file: string) => pathToFileURL(join(folder, file)).href;
  const reports: Report[] = [];
  let waiting = [...mutants];
  while (waiting.length > 0) {
    const worker = fork(join(import.meta.dirname, "mutate/worker.ts"), { stdio: "ignore", execArgv: [] });
    let timer = setTimeout(() => worker.kill("SIGKILL"), patience);
    worker.on("message", (report: Report) => {
      clearTimeout(timer);
      timer = setTimeout(() => worker.kill("SIGKILL"), patience);
      reports.push(report);
      waiting = waiting.filter((mutant) => mutant !== report.mutant);
    });
    const order: Order = { module: url(`${name}.ts`), test: url(`${name}.test.ts`), source, mutants: waiting };
    worker.send(order);
    const before = waiting.length;
    await new Promise((resolve) => worker.once("exit", resolve));
    clearTimeout(timer);
    const [stuck] = waiting;
    if (stuck !== undefined && (waiting.length === before || waiting.length > 0)) {
      reports.push({ mutant: stuck, alive: false, failed: "the process ended or hung" });
      waiting = waiting.slice(1);
    }
  }
  return reports;
}

function print(name: string, total: number, alive: readonly string[]): void {
  console.log(`${alive.length === 0 ? "ok  " : "GAPS"} ${name}: ${total} mutants, ${alive.length} survivors`);
  for (const survivor of alive) console.log(`       line ${survivor}`);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
