/**
 * `npm run bench`: where each budget of the design stands, as ratios in one run on one machine. Prints Markdown.
 *
 *     npm run bench -- start memory              some cases only
 *     npm run bench -- --against ../old          with a column for another checkout of this project, built
 *     npm run bench -- --write                   writes docs/performance.md
 *     npm run bench -- --processes 9             fresh processes for each figure (5)
 *     npm run bench -- --windows 3 windows       fresh windows of VS Code (10)
 *     npm run bench -- --rows rows.json start    in pieces: what the file has of other cases stands in the table, too
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../test/support/cache.ts";
import { codeServerVersion } from "../test/support/install.ts";
import { lint } from "./bench/cases/lint.ts";
import { lists } from "./bench/cases/lists.ts";
import { memory } from "./bench/cases/memory.ts";
import { requests } from "./bench/cases/requests.ts";
import { sizes } from "./bench/cases/sizes.ts";
import { start } from "./bench/cases/start.ts";
import { templates } from "./bench/cases/templates.ts";
import { windows } from "./bench/cases/windows.ts";
import type { Contest } from "./bench/contest.ts";
import { jsonServer, nullServer, ourServer, yamlServer, yamlVersion } from "./bench/peers.ts";
import { missed } from "./bench/reasons.ts";
import { markdown, type Row } from "./bench/table.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: "string" },
    write: { type: "boolean" },
    processes: { type: "string", default: "5" },
    windows: { type: "string", default: "10" },
    rows: { type: "string" },
  },
});
const against = values.against === undefined ? undefined : resolve(values.against);
const caches = mkdtempSync(join(tmpdir(), "cognito-bench-cache-"));
try {
  const [json, yaml] = [await jsonServer(), yamlServer()];
  const contest: Contest = {
    ours: ourServer("ours", root, join(caches, "ours")),
    bare: nullServer,
    ...(json && { json }),
    ...(yaml && { yaml }),
    ...(against !== undefined && { before: ourServer("before", against, join(caches, "before")) }),
    processes: Number(values.processes),
  };
  const cases: Record<string, () => Promise<Row[]> | Row[]> = {
    start: () => start(contest),
    requests: () => requests(contest),
    lists: () => lists(contest),
    memory: () => memory(contest),
    templates: () => templates(contest),
    lint: () => lint(against),
    windows: () => windows(Number(values.windows)),
    sizes: () => sizes(root, against),
  };
  const wanted = positionals.length > 0 ? positionals : Object.keys(cases);
  const rows = new Map<string, readonly Row[]>(
    values.rows !== undefined && existsSync(values.rows)
      ? Object.entries(JSON.parse(readFileSync(values.rows, "utf8")))
      : [],
  );
  for (const name of wanted) {
    const measure = cases[name];
    if (!measure) throw new Error(`There is no case "${name}"; there are ${Object.keys(cases).join(", ")}.`);
    console.error(`${name}…`);
    const found = await measure();
    // As it comes: a run takes minutes, and one that is stopped has told what it had.
    console.error(markdown(found));
    rows.set(name, found);
    if (values.rows !== undefined) writeFileSync(values.rows, JSON.stringify(Object.fromEntries(rows)));
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${process.platform}`;
  const versions = `Node ${process.versions.node}; VS Code's JSON server of code-server ${codeServerVersion}; YAML server ${yamlVersion}`;
  const all = Object.keys(cases).flatMap((name) => rows.get(name) ?? []);
  const made = `Medians of ${values.processes} fresh processes (least–most), made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}.`;
  const page = `${machine}. ${versions}. ${made}\n\n${markdown(all)}${missed(all)}\n`;
  console.log(page);
  if (values.write) writeFileSync(join(root, "docs/performance.md"), pageText(page));
} finally {
  rmSync(caches, { recursive: true, force: true });
}
process.exit();

function pageText(table: string): string {
  return `# Performance

Made by \`npm run bench -- --write\`; do not edit. Compare within a row only: another machine, or the same one under load, has other figures.
*null* is a language server without any dependency that answers with fixed frames (\`tools/bench/null-server.mjs\`). *floor* is the bare
positional parse of the same text plus the null server's round trip. *Small* is one app client, *medium* some 2,000 lines, *huge* some
50,000: one JSON *object* with long lists, a JSON *array* and a YAML *stream* of many app clients. *Peer* is VS Code's JSON server, for a
stream the YAML server. *Before* is the build of the day on which the budgets were set, in the same run.

${table}`;
}
