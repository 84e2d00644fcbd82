import { type Contest, contenders, uriOf } from "../contest.ts";
import { keyPlace, type Sample, sample, typingPlace, valuePlace } from "../documents.ts";
import { figure } from "../measure.ts";
import { Server, type ServerCommand } from "../server.ts";
import { mebibytes, type Row } from "../table.ts";

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
        values.push(await resident(command, document, turns));
      }
    }
    const cell = (who: string) => (found.has(who) ? mebibytes(figure(found.get(who) ?? [])) : "");
    rows.push({
      what: `resident memory, ${name}`,
      target: `≤ JSON server (${target})`,
      stretch: "0.9 ×",
      ours: cell("ours"),
      base: `null ${cell("null")}`,
      peers: cell("JSON server"),
      ...(found.has("before") && { before: cell("before") }),
    });
  }
  return rows;
}

async function resident(command: ServerCommand, document: Sample | undefined, turns: number): Promise<number> {
  const server = new Server(command);
  try {
    await server.initialize();
    if (document === undefined) return server.memory();
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
    return server.memory();
  } finally {
    server.stop();
  }
}
