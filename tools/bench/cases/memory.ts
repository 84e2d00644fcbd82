import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../../test/support/cache.ts";
import { type Contest, contenders, uriOf } from "../contest.ts";
import { keyPlace, type Sample, sample, typingPlace, valuePlace } from "../documents.ts";
import { figure } from "../measure.ts";
import { Server, type ServerCommand } from "../server.ts";
import { mebibytes, met, type Row } from "../table.ts";

const budgets = [
  ["idle", undefined, "61 MiB", 0],
  ["small", "small", "77 MiB", 300],
  ["medium", "medium", "104 MiB", 300],
  ["huge", "huge", "430 MiB", 40],
] as const;

/** Resident memory after some hundred requests of every kind on one JSON object. */
export async function memory(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, size, target, turns] of budgets) {
    const document = size === undefined ? undefined : sample("object", size);
    const found = new Map<string, number[]>();
    for (let round = 0; round < Math.min(5, contest.processes); round++) {
      for (const command of contenders(contest, "json")) {
        const values = found.get(command.name) ?? [];
        found.set(command.name, values);
        values.push((await used(command, document, turns)).resident);
      }
    }
    const heap = await heapOf(contest.ours, document, turns);
    const cell = (who: string) => (found.has(who) ? mebibytes(figure(found.get(who) ?? [])) : "");
    const [ours, peer] = ["ours", "JSON server"].map((who) => figure(found.get(who) ?? []).median);
    rows.push({
      what: `resident memory, ${name}`,
      target: `≤ JSON server (${target})`,
      stretch: "0.9 ×",
      ours: `${cell("ours")}${Number.isFinite(heap) ? `; heap ${(heap / 2 ** 20).toFixed(0)} MiB` : ""}`,
      ...(ours && peer && { met: met(ours, peer, 0.9 * peer) }),
      base: `null ${cell("null")}`,
      peers: cell("JSON server"),
      ...(found.has("before") && { before: cell("before") }),
    });
  }
  return rows;
}

/** In a process of its own, since collecting its garbage makes it smaller. Windows has no signals. */
async function heapOf(command: ServerCommand, document: Sample | undefined, turns: number): Promise<number> {
  if (process.platform === "win32") return Number.NaN;
  const folder = mkdtempSync(join(tmpdir(), "cognito-bench-heap-"));
  const file = join(folder, "heap");
  try {
    const args = ["--expose-gc", "--require", join(root, "tools/bench/heap.cjs"), ...command.args];
    return (await used({ ...command, args, env: { ...command.env, COGNITO_BENCH_HEAP: file } }, document, turns, file))
      .heap;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Used {
  /** KiB. */
  readonly resident: number;
  /** Bytes. */
  readonly heap: number;
}

async function used(
  command: ServerCommand,
  document: Sample | undefined,
  turns: number,
  heapFile?: string,
): Promise<Used> {
  const server = new Server(command);
  const measure = async () => ({
    resident: server.memory(),
    heap: heapFile === undefined ? Number.NaN : await server.heap(heapFile),
  });
  try {
    await server.initialize();
    if (document === undefined) return await measure();
    const uri = uriOf(document);
    await server.open(uri, document.text);
    const [typed, value, key] = [typingPlace(document), valuePlace(document), keyPlace(document)];
    for (let turn = 0; turn < turns; turn++) {
      await server.type(uri, typed, "x");
      await server.ask("textDocument/completion", { textDocument: { uri }, position: value });
      await server.ask("textDocument/hover", { textDocument: { uri }, position: key });
      const range = { start: typed, end: typed };
      await server.ask("textDocument/codeAction", { textDocument: { uri }, range, context: { diagnostics: [] } });
    }
    return await measure();
  } finally {
    server.stop();
  }
}
